import { deadlines } from '../../../domain/deadlines.ts';
import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { replay, type Session } from '../../../domain/machine/replay.ts';
import type { ExtraTime } from '../../../domain/values/extraTime.ts';
import { isErased, type MaybeErased } from '../../../domain/values/personal.ts';
import type { Policy } from '../../../domain/values/policy.ts';
import { law } from './law.ts';
import { assertSame } from './same.ts';
import { look, opening, tell } from './telling.ts';

/** How many steps lie between two looks at the deadlines. */
const STEPS = 7;

/** Whole seconds that an extra time adds to a duration, in whole numbers all along; a started second counts. */
function added(base: number, extra: MaybeErased<ExtraTime | null>): number {
  if (extra === null || isErased(extra)) return 0;
  const denominator = BigInt(extra.denominator);
  return Number((BigInt(base) * BigInt(extra.numerator) + denominator - 1n) / denominator);
}

/** The last event of these types that speaks of a candidate. */
const lastOf = (events: readonly SessionEvent[], candidate: number, ...types: readonly SessionEvent['type'][]) =>
  events.findLast(({ type, data }) => types.includes(type) && 'candidate' in data && data.candidate === candidate);

/** When a candidate's time is over, as a person would work it out from the record. */
function byHand(events: readonly SessionEvent[], { durationSeconds, clock }: Policy, candidate: number): number {
  const retracted = new Set(events.flatMap(({ type, data }) => (type === 'EntryRetracted' ? [data.entry] : [])));
  const counts = events.filter(({ revision }) => !retracted.has(revision));
  const given = counts.findLast(({ type }) => type === 'AccessCodeGiven' || type === 'StartCorrected');
  const start = given?.type === 'StartCorrected' ? given.data.startedAt : (given?.occurredAt ?? Number.NaN);
  const began = lastOf(counts, candidate, 'CandidateStarted')?.occurredAt ?? start;
  const says =
    lastOf(counts, candidate, 'ExtraTimeGranted') ??
    lastOf(counts, candidate, 'CandidateRegistered', 'CandidateCorrected', 'ExtraTimeCorrected');
  const extra = says !== undefined && 'extraTime' in says.data ? added(durationSeconds, says.data.extraTime) : 0;
  const givenBack = counts.flatMap(({ type, data }) =>
    type === 'AllowanceGranted' && (data.candidates === 'all' || data.candidates.includes(candidate))
      ? [data.seconds]
      : [],
  );
  const seconds = givenBack.reduce((sum, one) => sum + one, durationSeconds + extra);
  return (clock === 'candidateStart' ? began : start) + seconds * 1000;
}

function compare(what: string, { state }: Session, history: readonly SessionEvent[]): void {
  for (const { candidate, endsAt } of deadlines(state, 0)) {
    assertSame(`The end of candidate ${candidate}, by ${what}`, endsAt, byHand(history, state.policy, candidate));
  }
}

/** « L'enseignant donne 1h45 aux élèves », and « allonger au cas par cas la durée de la session ». */
export const deadlinesAreExact = law(
  'Each time is over at the start, and the duration with its extra time, and the time given back, to the second',
  { runs: 60, mistakes: 0, choices: 45 },
  (subject, { steps }) =>
    opening(subject, async (opened) => {
      for (const [index, step] of steps.entries()) {
        await tell(opened, step, index);
        if (index % STEPS !== 0 && index + 1 < steps.length) continue;
        const { session, history } = await look(opened);
        compare('the session that is shown', session, history);
        compare('its record', replay(history), history);
      }
    }),
);
