import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import type { SessionState } from '../../../domain/state/session.ts';
import { type Aspect, type AspectValue, aspectOf, NOTHING } from './aspects.ts';
import { candidateIn } from './candidateIn.ts';
import { oncePer } from './remembered.ts';
import type { Replayed, StandingAfter } from './replayed.ts';

/** One thing that the sheet says of the test, and said otherwise at an earlier moment. */
export interface Change {
  /** `null` for what is said of the session. */
  readonly candidate: number | null;
  readonly aspect: Aspect;
  readonly before: AspectValue;
  readonly after: AspectValue;
  /** The revisions of the events that came between and speak of it. */
  readonly events: readonly number[];
}

/** Up to which event something is compared: how many events count by then, and what the session is then. */
type Until = Pick<StandingAfter, 'place' | 'state'>;

/** The whole record. */
export const today = ({ counting, session }: Replayed): Until => ({ place: counting.length, state: session.state });

/** An event that speaks of something, and of whom. */
interface Spoken {
  readonly revision: number;
  readonly candidate: number | null;
  readonly aspect: Aspect;
}

/** What an event speaks of; a retraction speaks of what it takes back. */
function spokenBy({ eventAt }: Replayed, event: SessionEvent): readonly Spoken[] {
  const told = event.type === 'EntryRetracted' ? eventAt(event.data.entry) : event;
  if (told === undefined) return [];
  const aspect = aspectOf(told.type);
  return aspect === undefined ? [] : [{ revision: event.revision, candidate: candidateIn(told), aspect }];
}

/**
 * What is said of the test otherwise than at an earlier moment. What was changed and changed back differs in nothing, and
 * a reason why there is nothing takes no fact's place.
 */
export function changesSince(
  replayed: Replayed,
  { place, state: was }: StandingAfter,
  until: Until,
): readonly Change[] {
  const { counting, clock } = replayed;
  const between = counting.slice(place, until.place).flatMap((event) => spokenBy(replayed, event));
  const groups = Map.groupBy(between, ({ candidate, aspect }) => `${candidate} ${aspect.en}`);
  return [...groups.values()].flatMap((group) => changeOf(group, was, until.state, clock));
}

function changeOf(
  group: readonly Spoken[],
  was: SessionState,
  is: SessionState,
  clock: Replayed['clock'],
): readonly Change[] {
  const events = group.map(({ revision }) => revision);
  return group.slice(0, 1).flatMap(({ candidate, aspect }) => {
    const before = aspect.read(was, candidate ?? 0, clock);
    const after = aspect.read(is, candidate ?? 0, clock);
    const isSame = before.en === after.en || (before === NOTHING && after.isReason);
    return isSame ? [] : [{ candidate, aspect, before, after, events }];
  });
}

/** What is said of the test otherwise in the sheet that was sent last than at the close; two rules ask. */
export const changedAfterwards: (replayed: Replayed) => readonly Change[] = oncePer((replayed) => {
  const { close, submission } = replayed;
  return close === null || submission === null ? [] : changesSince(replayed, close, submission);
});
