import type { CallOptions, EventStore } from '../../domain/store/port.ts';
import { type Compared, compare } from './compare.ts';
import { CopyError } from './errors.ts';
import { groupsOf } from './groups.ts';
import { eventsOf, type Written } from './pages.ts';
import { type Put, put } from './put.ts';

/** How far a copy is. */
export interface CopyProgress {
  /** Everything is copied first, and then compared. */
  readonly step: 'copying' | 'comparing';
  /** How many events that step has dealt with. */
  readonly events: number;
}

/** How a record is copied. */
export interface CopyOptions<Seals> extends CallOptions {
  /** Called again and again with how far it is. */
  readonly onProgress?: (progress: CopyProgress) => void;
  /** Verifies the seals of the copy, once all texts are the same; what it answers is handed on. */
  readonly verifySeals?: (copy: EventStore) => Promise<Seals>;
}

/** What was copied: every text is the same, and stands in the same place of the same order. */
export interface Copied<Seals> extends Put, Compared {
  /** What the verification of the seals answered; `null` where nobody asked for it. */
  readonly seals: Seals | null;
}

/** Goes past what is in the copy already. @throws CopyError where it is not the beginning of the record */
async function passOver(source: AsyncGenerator<Written>, to: EventStore, options: CallOptions): Promise<number> {
  let events = 0;
  for await (const { event, text } of eventsOf(to, options)) {
    const { value: next } = await source.next();
    if (next === undefined) throw new CopyError('copy-ahead', event.stream, event.revision);
    if (next.text !== text) throw new CopyError('copy-differs', event.stream, event.revision);
    events += 1;
  }
  return events;
}

/**
 * Copies a record from one store to another, byte for byte and in its global order, so that seals, heads and published
 * roots are worth there what they were worth here. No key is needed and nothing personal is opened: the stores are those
 * that lie beneath `sealed` and `encrypted`.
 *
 * A copy that was cut off goes on where it is, by the same call: what stands there is compared and passed over. Nothing
 * that stands there is ever changed, and nothing is added to what is not the beginning of this record. Memory does not
 * grow with the record.
 *
 * @param from what is appended to it meanwhile may be left out; copying again brings it
 * @throws CopyError `copy-differs`, `copy-ahead`, naming stream and revision
 * @throws StoreError as either store does
 */
export async function copyRecord<Seals = never>(
  from: EventStore,
  to: EventStore,
  { signal, onProgress, verifySeals }: CopyOptions<Seals> = {},
): Promise<Copied<Seals>> {
  const options: CallOptions = signal === undefined ? {} : { signal };
  const source = eventsOf(from, options);
  let done: Put = { copied: 0, passedOver: 0 };
  try {
    done = { ...done, passedOver: await passOver(source, to, options) };
    for await (const group of groupsOf(source)) {
      signal?.throwIfAborted();
      const { copied, passedOver } = await put(to, group, options);
      done = { copied: done.copied + copied, passedOver: done.passedOver + passedOver };
      onProgress?.({ step: 'copying', events: done.copied + done.passedOver });
    }
  } finally {
    await source.return();
  }
  const size = done.copied + done.passedOver;
  const compared = await compare(from, to, size, options, (events) => onProgress?.({ step: 'comparing', events }));
  return { ...done, ...compared, seals: (await verifySeals?.(to)) ?? null };
}
