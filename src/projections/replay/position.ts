import { branch } from '../../domain/decide.ts';
import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { apply, type Draft, newDraft } from '../../domain/machine/replay.ts';
import { advance } from '../projection.ts';
import { type Minutes, minutes } from '../pv/pv.ts';

/** A session after some of its events, and what its documents are made from. Nobody changes it, so that many share it. */
export interface Position {
  /** How many events it has taken in. */
  readonly place: number;
  /** The last of them; `null` where there is none. */
  readonly event: SessionEvent | null;
  readonly draft: Readonly<Draft>;
  readonly minutes: Minutes;
}

/** A session of which nothing is recorded. */
export const START: Position = { place: 0, event: null, draft: newDraft(), minutes: minutes.initial };

/**
 * The position further on.
 *
 * @param events of which the position has taken in the first ones
 * @param to how many of them it shall have taken in; at least as many as it has
 */
export function onward(from: Position, events: readonly SessionEvent[], to: number): Position {
  const draft = branch(from.draft);
  let { event, minutes: kept } = from;
  for (const next of events.slice(from.place, to)) {
    apply(draft, next);
    kept = advance(minutes, kept, next);
    event = next;
  }
  return { place: to, event, draft, minutes: kept };
}
