import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { deadlines } from '../../../src/domain/deadlines.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import type { ExtraTime } from '../../../src/domain/values/extraTime.ts';
import { isErased, type MaybeErased } from '../../../src/domain/values/personal.ts';
import { holds, isWhole } from '../../support/property.ts';

/** Whole seconds that an extra time adds to a duration, by exact arithmetic; a started second counts. */
function added(base: number, extra: MaybeErased<ExtraTime | null>): number {
  if (extra === null || isErased(extra)) return 0;
  const denominator = BigInt(extra.denominator);
  return Number((BigInt(base) * BigInt(extra.numerator) + denominator - 1n) / denominator);
}

/** The last event of these types that speaks of a candidate. */
const lastOf = (events: readonly SessionEvent[], candidate: number, ...types: readonly SessionEvent['type'][]) =>
  events.findLast(({ type, data }) => types.includes(type) && 'candidate' in data && data.candidate === candidate);

/** When a candidate's time is over as a person would work it out from the record: from what was said, and by whom. */
function byHand(events: readonly SessionEvent[], candidate: number): number {
  const { policy } = replay(events).state;
  const retracted = new Set(events.flatMap(({ type, data }) => (type === 'EntryRetracted' ? [data.entry] : [])));
  const counts = events.filter(({ revision }) => !retracted.has(revision));
  const given = counts.findLast(({ type }) => type === 'AccessCodeGiven' || type === 'StartCorrected');
  const start = given?.type === 'StartCorrected' ? given.data.startedAt : (given?.occurredAt ?? Number.NaN);
  const began = lastOf(counts, candidate, 'CandidateStarted')?.occurredAt ?? start;
  const says =
    lastOf(counts, candidate, 'ExtraTimeGranted') ??
    lastOf(counts, candidate, 'CandidateRegistered', 'CandidateCorrected', 'ExtraTimeCorrected');
  const extra = says !== undefined && 'extraTime' in says.data ? added(policy.durationSeconds, says.data.extraTime) : 0;
  const allowances = counts.flatMap(({ type, data }) =>
    type === 'AllowanceGranted' && (data.candidates === 'all' || data.candidates.includes(candidate))
      ? [data.seconds]
      : [],
  );
  const seconds = allowances.reduce((sum, one) => sum + one, policy.durationSeconds + extra);
  return (policy.clock === 'candidateStart' ? began : start) + seconds * 1000;
}

describe('deadlines', () => {
  test('are what a person works out from the record: start, duration, extra time, time given back', () => {
    let compared = 0;
    holds(
      fc.property(histories({ erasures: false }), ({ events }) => {
        const { state } = replay(events);
        for (const { candidate, endsAt } of deadlines(state, 0)) {
          expect([candidate, endsAt]).toEqual([candidate, byHand(events, candidate)]);
          compared += 1;
        }
      }),
      { runs: 120 },
    );
    if (isWhole) expect(compared).toBeGreaterThan(200);
  });

  test('come nearer by the second, and never pass', () => {
    holds(
      fc.property(histories({ choices: 40 }), fc.integer({ min: -3_600_000, max: 36_000_000 }), ({ events }, after) => {
        const { state } = replay(events);
        const now = (state.startedAt ?? 0) + after;
        for (const { endsAt, remainingSeconds } of deadlines(state, now)) {
          const left = endsAt - now;
          expect(Number.isInteger(remainingSeconds) && remainingSeconds >= 0).toBe(true);
          if (left > 0) expect(remainingSeconds * 1000 - left).toBeLessThan(1000);
          if (left > 0) expect(remainingSeconds * 1000).toBeGreaterThanOrEqual(left);
          if (left <= 0) expect(remainingSeconds).toBe(0);
        }
      }),
      { runs: 60 },
    );
  });
});
