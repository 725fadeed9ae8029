import { EVENT_TYPES, EVENTS, type EventType, type Fact } from '../../domain/events/catalogue.ts';
import { type Refusal, refusalsOf } from '../../domain/machine/refusal.ts';
import type { Draft } from '../../domain/machine/replay.ts';
import type { Place } from '../../domain/machine/table.ts';
import { testFacts } from '../../domain/state/candidate.ts';
import { isAboutCandidate } from '../../domain/state/evolve.ts';
import { type CandidateState, candidateOf, type SessionState } from '../../domain/state/session.ts';
import { onlyRules, whatTheSessionSays } from './askable.ts';
import { isKnownRulebook } from './rules.ts';

/**
 * Whether events of one type could be recorded at a moment, and why not. What is refused is refused whatever the event
 * may say and whenever it may be said to have happened, that moment or earlier; what is allowed may still be refused for
 * its contents.
 */
export interface Permission {
  readonly type: EventType;
  /** What the event records, in French: « Code d’accès donné ». */
  readonly title: string;
  /** Whether it could be recorded; where it is about a candidate, about one at least. */
  readonly allowed: boolean;
  /** The candidates whom it could be recorded about, by number; `null` where it is not about one on the sheet. */
  readonly candidates: readonly number[] | null;
  /** Why not, and of whom; `null` where it is not about a candidate, or about all alike. */
  readonly refusals: readonly { readonly candidate: number | null; readonly refusal: Refusal }[];
}

/**
 * When an event could have happened, if at all: rules let it pass from an instant on that the session knows, up to one
 * or for good, so that it is enough to ask for the instants from which on something may have happened, and for now.
 */
const instantsOf = ({ lifecycleAt, startedAt }: SessionState, who: CandidateState, at: number): readonly number[] =>
  [at, lifecycleAt, startedAt ?? at, ...testFacts(who).map((mark) => mark.at)].filter((instant) => instant <= at);

/** A place, as it is asked what needs no instant, and what does. */
interface Asked {
  readonly place: Place;
  readonly plain: Place;
  readonly timed: Place;
}

/** What speaks against an event about somebody, whenever it may have happened; what depends on when is asked of now. */
function refusalsAbout(type: EventType, asked: Asked, state: SessionState, candidate: number, at: number) {
  const { place, plain, timed } = asked;
  const who = candidateOf(state, candidate);
  const happening = (occurredAt: number): Fact =>
    ({
      type,
      data: { ...whatTheSessionSays(who), candidate },
      occurredAt,
      recordedAt: Math.max(at, state.recordedAt),
      revision: state.revision + 1,
    }) as unknown as Fact;
  const now = happening(at);
  if (!place.steps.has(type)) return refusalsOf(place, state, now);
  const refusals = refusalsOf(plain, state, now);
  const couldHaveHappened = instantsOf(state, who, at).some(
    (instant) => refusalsOf(timed, state, happening(instant)).length === 0,
  );
  return couldHaveHappened ? refusals : [...refusals, ...refusalsOf(timed, state, now)];
}

/** The candidates whom a type of event is asked about one by one: everybody on the sheet, where that says anything. */
const subjectsOf = (type: EventType, { place }: Asked, { candidates }: SessionState): readonly number[] =>
  isAboutCandidate(type) && place.steps.has(type)
    ? candidates.filter(({ withdrawn }) => !withdrawn).map(({ number }) => number)
    : [];

/** Somebody to ask about where it is the same of all. */
const ANYBODY = 1;

/**
 * What could be recorded at a moment, by the machine's own table: every type of event, in the order of the procedure.
 * Nothing where the rules of the session are of a version that this library does not know.
 *
 * @param at epoch milliseconds
 */
export function permissionsOf({ place, state }: Readonly<Draft>, at: number): readonly Permission[] {
  if (!isKnownRulebook(state.rulebook)) return [];
  const asked = { place, plain: onlyRules(place, 'nothing'), timed: onlyRules(place, 'instant') };
  return EVENT_TYPES.map((type) => {
    const { label: title } = EVENTS[type];
    const about = (candidate: number) => refusalsAbout(type, asked, state, candidate, at);
    const subjects = subjectsOf(type, asked, state);
    if (subjects.length === 0) {
      const refusals = about(ANYBODY).map((refusal) => ({ candidate: null, refusal }));
      return { type, title, allowed: refusals.length === 0, candidates: isAboutCandidate(type) ? [] : null, refusals };
    }
    const answers = subjects.map((candidate) => ({ candidate, refusals: about(candidate) }));
    const allowed = answers.filter(({ refusals }) => refusals.length === 0);
    return {
      type,
      title,
      allowed: allowed.length > 0,
      candidates: allowed.map(({ candidate }) => candidate),
      refusals: answers.flatMap(({ candidate, refusals }) => refusals.map((refusal) => ({ candidate, refusal }))),
    };
  });
}
