import { textOfStored } from '../../domain/store/json.ts';
import type { CallOptions, EventStore } from '../../domain/store/port.ts';
import { CopyError } from './errors.ts';
import type { Group } from './groups.ts';

/** What became of events that were to be copied. */
export interface Put {
  readonly copied: number;
  /** Those that stood there already. */
  readonly passedOver: number;
}

/**
 * Appends a group where it belongs. Where somebody else was there first, such as an append that was given up and
 * arrived after all, what they stored is compared, and what is still missing is appended.
 *
 * @throws CopyError where something else stands there
 */
export async function put(to: EventStore, group: Group, options: CallOptions): Promise<Put> {
  const [{ event: first }] = group;
  const { stream, revision } = first;
  const events = group.map(({ event }) => event);
  const answer = await to.append(stream, revision - 1, events, options);
  if (answer.kind === 'appended') return { copied: group.length, passedOver: 0 };
  const there = await to.readStream(stream, { from: revision, limit: group.length }, options);
  for (const [place, event] of there.entries()) {
    if (textOfStored(event) !== group[place]?.text) throw new CopyError('copy-differs', stream, event.revision);
  }
  if (there.length === 0) throw new CopyError('copy-differs', stream, answer.actual + 1);
  const [next, ...others] = group.slice(there.length);
  if (next === undefined) return { copied: 0, passedOver: there.length };
  const { copied, passedOver } = await put(to, [next, ...others], options);
  return { copied, passedOver: there.length + passedOver };
}
