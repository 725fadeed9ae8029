import { linkIn } from '../../domain/seal/link.ts';
import { StoreError } from '../../domain/store/errors.ts';
import type { CallOptions, EventStore } from '../../domain/store/port.ts';
import { CopyError, type CopyErrorCode } from './errors.ts';
import { textsOf } from './pages.ts';

/** What was compared. */
export interface Compared {
  readonly events: number;
  readonly streams: number;
}

/** The error that names the place at which a text stands. */
function errorAt(text: string, code: CopyErrorCode): Error {
  const link = linkIn(text);
  if (link === null) return new StoreError('store-damaged', 'A text in the copy is no event');
  return new CopyError(code, link.stream, link.revision);
}

/**
 * Compares a copy with its record, text by text, in the global order: the same texts in the same order have the same
 * seals, the same heads and the same root.
 *
 * @param size how many events of the record were copied; it may have gone on since
 * @param onEach called after each that is equal, with how many are
 * @throws CopyError at the first event that differs, is missing, or is one too many
 */
export async function compare(
  from: EventStore,
  to: EventStore,
  size: number,
  options: CallOptions,
  onEach: (events: number) => void,
): Promise<Compared> {
  const copy = textsOf(to, options);
  let events = 0;
  let streams = 0;
  try {
    for await (const text of textsOf(from, options)) {
      if (events === size) break;
      const { value } = await copy.next();
      if (value !== text) throw errorAt(text, 'copy-differs');
      events += 1;
      if (linkIn(text)?.revision === 1) streams += 1;
      onEach(events);
    }
    const { value: more } = await copy.next();
    if (more !== undefined) throw errorAt(more, 'copy-ahead');
  } finally {
    await copy.return();
  }
  return { events, streams };
}
