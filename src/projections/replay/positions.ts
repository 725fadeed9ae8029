import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { onward, type Position, START } from './position.ts';

/** Up to this place every position is kept, so that a jump to any of them costs the same: a session has some hundred. */
export const EACH_UP_TO = 1024;

/**
 * Further on, the positions that are kept lie ever further apart, a 32nd of the way: what each holds grows with its
 * place, and so all of them together hold a multiple of the record and not its square. A hundred of them reach to 50,000.
 */
const APART = 32;

/** How far before a position that was looked for another is kept, so that many steps backwards cost one way forwards. */
const BEFORE = 50;

const nextKept = (place: number): number => (place < EACH_UP_TO ? place + 1 : place + Math.ceil(place / APART));

/**
 * The positions of a record, by place. The first {@link EACH_UP_TO} are made at once; beyond, the way to a place is gone
 * once, and from then on a jump goes at most a 32nd of it. One step forwards is one event, wherever it is.
 *
 * @returns the position at a place from 0 to the number of events
 */
export function positionsOf(events: readonly SessionEvent[]): (place: number) => Position {
  const kept: Position[] = [START];
  let last = START;
  let recent: readonly Position[] = [];

  function keepUpTo(place: number): void {
    for (let next = nextKept(last.place); next <= place; next = nextKept(last.place)) {
      last = onward(last, events, next);
      kept.push(last);
    }
  }

  const nearest = (place: number): Position =>
    [...kept, ...recent].reduce(
      (near, position) => (position.place <= place && position.place >= near.place ? position : near),
      START,
    );

  keepUpTo(Math.min(events.length, EACH_UP_TO));
  return (place) => {
    const exact = kept[place];
    if (exact?.place === place) return exact;
    keepUpTo(place);
    const near = nearest(place);
    const before = onward(near, events, Math.max(near.place, place - BEFORE));
    const found = onward(before, events, place);
    recent = [before, found];
    return found;
  };
}
