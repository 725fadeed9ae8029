import type { Position } from '../../domain/store/port.ts';
import { invalid } from '../../domain/store/ranges.ts';

/** A place in the server's log, as `$all` gives it: strictly rising, with gaps. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** How far a reader of the global order is. */
export interface Mark {
  /** The last event of this record that it saw. */
  readonly event: Place;
  /** Up to where the server looked for more; the same, where nothing of others follows. */
  readonly seen: Place;
}

/** Whether one place is behind another in the log. */
export const isAfter = (one: Place, other: Place): boolean =>
  one.commit > other.commit || (one.commit === other.commit && one.prepare > other.prepare);

/** Whether two places are the same. */
export const isSame = (one: Place, other: Place): boolean =>
  one.commit === other.commit && one.prepare === other.prepare;

const texted = ({ commit, prepare }: Place): string => `${commit}/${prepare}`;

/** The position of an event. */
export const positionOf = (event: Place): Position => texted(event);

/**
 * The position of a reader. The event it saw comes first: a checkpoint of the server is no place at which an event
 * stands, and only an event shows that the position is one of this record.
 */
export const positionAt = ({ event, seen }: Mark): Position =>
  isAfter(seen, event) ? `${texted(event)}+${texted(seen)}` : texted(event);

/** The server counts in 64 bits, one of which is the sign. */
export const LAST_PLACE = 2n ** 63n - 1n;

const SHAPE =
  /^(?<commit>[0-9]{1,20})\/(?<prepare>[0-9]{1,20})(?:\+(?<seenCommit>[0-9]{1,20})\/(?<seenPrepare>[0-9]{1,20}))?$/;

/**
 * Reads what {@link positionOf} or {@link positionAt} wrote.
 *
 * @throws StoreError `range-invalid` where neither did
 */
export function markOf(position: Position): Mark {
  const groups = typeof position === 'string' ? SHAPE.exec(position)?.groups : undefined;
  if (groups === undefined) throw invalid('position', position);
  const { commit = '', prepare = '', seenCommit = commit, seenPrepare = prepare } = groups;
  const mark = { event: placeOf(commit, prepare), seen: placeOf(seenCommit, seenPrepare) };
  const isInLog = mark.seen.commit <= LAST_PLACE && mark.seen.prepare <= LAST_PLACE && !isAfter(mark.event, mark.seen);
  if (!isInLog) throw invalid('position', position);
  return mark;
}

const placeOf = (commit: string, prepare: string): Place => ({ commit: BigInt(commit), prepare: BigInt(prepare) });
