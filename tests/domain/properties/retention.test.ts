import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import { dueForErasure, isStillOpen, type RetentionPolicy, readRetention } from '../../../src/domain/retention.ts';
import { personsOf } from '../../../src/domain/state/persons.ts';
import { ofMany } from '../../support/many.ts';
import { holds } from '../../support/property.ts';

const DAY = 86_400_000;

const perhaps = fc.option(fc.nat(40), { nil: undefined });

/** Policies that name some delays; of those that they do not name, some are missing and some are said to be undefined. */
const named: fc.Arbitrary<RetentionPolicy> = fc.record(
  { resultsSent: perhaps, sheetSubmitted: perhaps, closed: perhaps, cancelled: perhaps },
  { requiredKeys: [] },
);

const policies = named.filter((policy) => Object.values(policy).some((delay) => delay !== undefined));

/** A session at any of its moments, somebody or everybody on its record erased. */
const sessions = fc
  .record({ history: histories({ mistakes: 0 }), cut: fc.nat(3), keeps: fc.nat(3), whom: fc.nat() })
  .map(({ history: { events }, cut, keeps, whom }) => {
    const { lifecycle, state } = replay(events.slice(0, cut === 0 ? whom % 4 : events.length));
    const everybody = personsOf(state);
    const kept = everybody.filter((_, n) => keeps > 1 || (keeps === 1 && (whom >> n) % 2 === 1));
    return {
      session: { lifecycle, state: { ...state, erased: everybody.filter((one) => !kept.includes(one)) } },
      kept,
    };
  });

/** How many days a session is kept, by the first word of where it stands. */
function daysOf(lifecycle: string, policy: RetentionPolicy): number | undefined {
  const [stage] = lifecycle.split('.');
  return Object.entries(policy).find(([name]) => name === stage)?.[1];
}

describe('a retention policy', () => {
  test('is read as it was given, where it names a delay in whole days', () =>
    holds(
      ofMany(fc.tuple(named, fc.constantFrom(0, 0, 0, -1, 1.5, 36_501, 36_500)), ([policy, more]) => {
        const entries = Object.entries(policy).map(([name, days]) => [name, days === undefined ? days : days + more]);
        const given: RetentionPolicy = Object.fromEntries(entries);
        const days = Object.values(given).filter((delay) => delay !== undefined);
        const isWhole = days.every((delay) => Number.isInteger(delay) && delay >= 0 && delay <= 36_500);
        const reading = readRetention(given);
        if (isWhole && days.length > 0) expect(reading).toEqual({ kind: 'read', policy: given });
        else if (days.length > 0) expect(reading.kind).toBe('refused');
        else
          expect(reading).toMatchObject({ kind: 'refused', refusals: [{ rule: 'retention-names-a-state', path: '' }] });
      }),
      { runs: 60 },
    ));

  test('has whoever is left on the record erased once the days of its state are over, and not a millisecond before', () =>
    holds(
      fc.property(sessions, fc.array(policies, { minLength: 8, maxLength: 8 }), ({ session, kept }, given) => {
        for (const policy of given) {
          const days = daysOf(session.lifecycle, policy);
          const over = session.state.lifecycleAt + (days ?? 0) * DAY;
          const at = (now: number) => dueForErasure(session, policy, now);
          expect([at(over - 1), at(over), at(over + 1)]).toEqual(days === undefined ? [[], [], []] : [[], kept, kept]);
        }
      }),
      { runs: 150 },
    ));

  test('has somebody look at what stands in no state that it names, once it is older than all of its delays', () =>
    holds(
      fc.property(sessions, fc.array(policies, { minLength: 8, maxLength: 8 }), ({ session, kept }, given) => {
        const { lifecycleAt, slot } = session.state;
        for (const policy of given) {
          let longest = 0;
          for (const days of Object.values(policy)) if (days !== undefined && days > longest) longest = days;
          const last = slot === null || slot.endsAt < lifecycleAt ? lifecycleAt : slot.endsAt;
          const isOpen = daysOf(session.lifecycle, policy) === undefined && kept.length > 0;
          const at = (now: number) => isStillOpen(session, policy, now);
          expect([at(last + longest * DAY), at(last + longest * DAY + 1)]).toEqual([false, isOpen]);
        }
      }),
      { runs: 150 },
    ));
});
