import type { Moment, Replayer } from '../../../../projections/replay/replayer.ts';
import type { TimelineOrder } from '../../../../projections/timeline/timeline.ts';

/** What a reader asked to see. */
export interface Choice {
  /**
   * The session after an event; what the record knew at an instant; or what had happened in the room by then, as the
   * whole record knows it today.
   */
  readonly question: 'after' | 'known' | 'happened';
  /** The event, by its place from 1; 0 before the first. Where an instant is asked for, the last event known then. */
  readonly place: number;
  /** The instant that is asked for, epoch milliseconds; `null` where an event is. */
  readonly at: number | null;
  /** The place that changes are marked against; `null`: the event before. */
  readonly against: number | null;
  readonly order: TimelineOrder;
}

/** What a reader sees first: the session as the whole record leaves it. */
export const firstChoice = ({ size }: Replayer): Choice => ({
  question: 'after',
  place: size,
  at: null,
  against: null,
  order: 'recorded',
});

/** The session after the event at this place, or the nearest that there is. */
export const goTo = (choice: Choice, place: number, { size }: Replayer): Choice => ({
  ...choice,
  question: 'after',
  place: Math.min(Math.max(Math.trunc(place), 0), size),
  at: null,
});

/** « Que savait-on à 11 h 40 ? », or « Qu’était-il arrivé à 11 h 40 ? ». @param at epoch milliseconds */
export const ask = (choice: Choice, question: 'known' | 'happened', at: number, replayer: Replayer): Choice => ({
  ...choice,
  question,
  place: placeOf(replayer, replayer.knownAt(at)),
  at,
});

/** The moment that is asked for. */
export function momentOf({ question, place, at }: Choice, replayer: Replayer): Moment {
  if (at === null || question === 'after') return replayer.step(place);
  return question === 'known' ? replayer.knownAt(at) : replayer.trueAt(at);
}

/**
 * The moment that changes are marked against: the one that the reader picked; else, of what had happened, what was known
 * then, so that one sees what the record did not know; else the event before.
 */
export function formerOf({ question, place, at, against }: Choice, replayer: Replayer): Moment {
  if (against !== null) return replayer.step(Math.min(against, replayer.size));
  if (at !== null && question === 'happened') return replayer.knownAt(at);
  return replayer.step(Math.max(place - 1, 0));
}

/** The place of the last event of a moment that the record knew. */
function placeOf({ history }: Replayer, { event }: Moment): number {
  return event === null ? 0 : history.events.lastIndexOf(event) + 1;
}
