import type { Log } from './log.ts';
import { type LogRecord, NONE, TOMBSTONE } from './record.ts';
import { stateOf } from './stream.ts';

/** From where to read: an end, or a revision or position. */
export type From = 'start' | 'end' | number;

/** What is read, and how. */
export interface Range {
  readonly from: From;
  readonly backwards: boolean;
  readonly count: number;
}

/** Why nothing can be read. */
export type Unreadable = 'not-found' | 'deleted' | 'invalid-position';

/** The events of a stream that readers see, the first being that of the revision asked for. */
export function readStream(log: Log, stream: string, range: Range, now: number): readonly LogRecord[] | Unreadable {
  const { last, isSoftDeleted, from: first } = stateOf(log, stream, now);
  if (last === TOMBSTONE) return 'deleted';
  if (last === NONE || isSoftDeleted) return 'not-found';
  const records = log.of(stream).slice(firstIndex(log.of(stream), ({ revision }) => revision >= first));
  const from = revisionOf(range.from);
  if (range.backwards)
    return before(
      records,
      firstIndex(records, ({ revision }) => revision > from),
      range.count,
    );
  const at = firstIndex(records, ({ revision }) => revision >= from);
  return records.slice(at, at + range.count);
}

const revisionOf = (from: From): number => (from === 'start' ? 0 : from === 'end' ? TOMBSTONE : from);

/** The events of the whole log: forwards from a position on, backwards from before it. */
export function readAll(log: Log, { from, backwards, count }: Range): readonly LogRecord[] | Unreadable {
  if (from === (backwards ? 'start' : 'end')) return [];
  const at = typeof from === 'number' ? indexOf(log, from) : backwards ? log.all.length : 0;
  if (at === null) return 'invalid-position';
  return backwards ? before(log.all, at, count) : log.all.slice(at, at + count);
}

/** The records before an index, newest first. */
const before = (records: readonly LogRecord[], at: number, count: number): readonly LogRecord[] =>
  records.slice(Math.max(0, at - count), at).reverse();

/**
 * Which record begins at a position; the number of records for a position after the last of them. `null` where no
 * record begins there: a position belongs to the log that handed it out.
 */
export function indexOf({ all }: Log, position: number): number | null {
  const at = firstIndex(all, (record) => record.position >= position);
  return at === all.length || all[at]?.position === position ? at : null;
}

/** The index of the first record of an ordered list for which something holds that holds for all that follow. */
export function firstIndex(records: readonly LogRecord[], holds: (record: LogRecord) => boolean): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const record = records[middle];
    if (record !== undefined && holds(record)) high = middle;
    else low = middle + 1;
  }
  return low;
}
