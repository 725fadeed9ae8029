import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { tamperedRecords } from '../../src/adapters/testing/histories/tampered.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { durationWith } from '../../src/domain/values/extraTime.ts';
import { PROCEDURE_POLICY } from '../../src/domain/values/policy.ts';
import {
  auditHistory,
  historyUnder,
  RULES_OF_TODAY,
  type UnderRules,
  underRules,
} from '../../src/projections/index.ts';
import { holds, isWhole } from '../support/property.ts';
import { forgedAt } from './forgedAt.ts';
import { at, morningEvents } from './morning.ts';

const history = auditHistory(morningEvents());

const withPolicy = (policy: Partial<typeof PROCEDURE_POLICY>) => ({
  ...RULES_OF_TODAY,
  policy: { ...PROCEDURE_POLICY, ...policy },
});

const rulesOf = (breaches: UnderRules['appeared']) =>
  (breaches ?? []).flatMap(({ revision, refusals }) => refusals.map(({ rule }) => [revision, rule]));

describe('The same morning by other rules', () => {
  test('differs in nothing where the other rules are its own', () => {
    const { recorded, other, appeared, vanished, deadlines } = underRules(history);
    expect(other).toEqual(recorded);
    expect([appeared, vanished, deadlines]).toEqual([[], [], []]);
    expect(recorded).toMatchObject({ rules: RULES_OF_TODAY, breaches: [], cap: 20 });
  });

  test('has breaches where an examiner may take charge of three candidates', () => {
    const { appeared, vanished, other, recorded } = underRules(history, withPolicy({ candidatesPerExaminer: 3 }));
    expect(rulesOf(appeared)).toEqual([
      [6, 'room-for-one-more'],
      [7, 'room-for-one-more'],
    ]);
    expect(vanished).toEqual([]);
    expect([recorded.cap, other.cap]).toEqual([20, 3]);
  });

  test('has none where the session was planned for three and the procedure allows twenty', () => {
    const crowded = historyUnder(history, withPolicy({ candidatesPerExaminer: 3 }));
    const { recorded, appeared, vanished } = underRules(crowded);
    expect(appeared).toEqual([]);
    expect(vanished).toEqual(recorded.breaches);
    expect(vanished?.length).toBe(2);
  });

  test('leaves each candidate the same share of extra time of another duration', () => {
    const { deadlines } = underRules(history, withPolicy({ durationSeconds: 7200 }));
    const start = at('08:40');
    const givenBack = 600_000;
    const withAThird = durationWith(7200, { numerator: 1, denominator: 3 });
    expect(deadlines.map(({ candidate, recorded, other }) => [candidate, recorded.endsAt, other.endsAt])).toEqual([
      [1, start + 6300_000 + givenBack, start + 7200_000 + givenBack],
      [2, start + 8400_000 + givenBack, start + withAThird * 1000 + givenBack],
      [3, start + 6300_000, start + 7200_000],
    ]);
  });

  test('names the rulebook that is not known, and guesses nothing of what it refuses', () => {
    const later = { ...RULES_OF_TODAY, rulebook: RULES_OF_TODAY.rulebook + 1 };
    const { recorded, other, appeared, vanished } = underRules(history, later);
    expect(other).toMatchObject({ rules: later, breaches: null });
    expect(recorded.breaches).toEqual([]);
    expect([appeared, vanished]).toEqual([null, null]);
    expect(underRules(historyUnder(history, later))).toMatchObject({ recorded: { breaches: null }, appeared: null });
  });
});

/** Rules by which few or many candidates may come, for a short time or a long one. */
const policies = fc
  .record({
    candidatesPerExaminer: fc.integer({ min: 1, max: 5 }),
    durationSeconds: fc.integer({ min: 60, max: 9000 }),
  })
  .map(withPolicy);

const tampered = tamperedRecords().map(({ events }) => events.map((fact, place) => forgedAt(fact, place + 1)));

describe('Whatever the history', () => {
  test('it is judged by the rules that are recorded with it, as a checked replay judges it', () => {
    holds(
      fc.property(histories(), ({ events }) => {
        const { recorded } = underRules({ events, unreadable: [] });
        const { breaches, state } = checkedReplay(events);
        expect(recorded.breaches).toEqual(breaches);
        expect(recorded.rules.policy).toEqual(state.policy);
      }),
      { runs: 40 },
    );
  });

  test('other rules and then its own again leave it as it was, where they are about nothing but candidates', () => {
    holds(
      fc.property(histories(), fc.integer({ min: 1, max: 40 }), ({ events, story }, candidatesPerExaminer) => {
        const { policy, rulebook } = story.draft.state;
        const other = historyUnder(
          { events, unreadable: [] },
          { policy: { ...policy, candidatesPerExaminer }, rulebook },
        );
        expect(historyUnder(other, { policy, rulebook }).events).toEqual(events);
      }),
      { runs: 40 },
    );
  });

  test('what appears by the one vanishes by the other', () => {
    holds(
      fc.property(histories(), fc.integer({ min: 1, max: 5 }), ({ events, story }, candidatesPerExaminer) => {
        const { policy, rulebook } = story.draft.state;
        const told = { events: events as readonly SessionEvent[], unreadable: [] };
        const rules = { policy: { ...policy, candidatesPerExaminer }, rulebook };
        const there = underRules(told, rules);
        const back = underRules(historyUnder(told, rules), { policy, rulebook });
        expect(back.vanished).toEqual(there.appeared);
        expect(back.appeared).toEqual(there.vanished);
      }),
      { runs: 40 },
    );
  });

  test('what appears is what the other rules refuse and its own did not, event by event and rule by rule', () => {
    const seen = { appeared: 0, vanished: 0, both: 0 };
    const pairs = (breaches: UnderRules['appeared']) => rulesOf(breaches).map((pair) => pair.join(' '));
    holds(
      fc.property(tampered, policies, policies, (events, before, after) => {
        const told = historyUnder({ events, unreadable: [] }, before);
        const { recorded, other, appeared, vanished } = underRules(told, after);
        const [own, theirs] = [pairs(recorded.breaches), pairs(other.breaches)];
        expect(pairs(appeared)).toEqual(theirs.filter((pair) => !own.includes(pair)));
        expect(pairs(vanished)).toEqual(own.filter((pair) => !theirs.includes(pair)));
        for (const { revision, refusals } of appeared ?? []) {
          expect(refusals).not.toEqual([]);
          const [breach] = (other.breaches ?? []).filter((one) => one.revision === revision);
          for (const refusal of refusals) expect(breach?.refusals).toContainEqual(refusal);
        }
        seen.appeared += appeared?.length ?? 0;
        seen.vanished += vanished?.length ?? 0;
        seen.both += own.filter((pair) => theirs.includes(pair)).length;
      }),
      { runs: 60 },
    );
    if (isWhole) expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
  });

  test('those are told whose time ends at another instant, each by both rules', () => {
    holds(
      fc.property(tampered, fc.integer({ min: 60, max: 9000 }), (events, durationSeconds) => {
        const { recorded, other, deadlines } = underRules({ events, unreadable: [] }, withPolicy({ durationSeconds }));
        const expected = other.deadlines.flatMap((theirs) => {
          const own = recorded.deadlines.find(({ candidate }) => candidate === theirs.candidate);
          if (own === undefined || own.endsAt === theirs.endsAt) return [];
          return [{ candidate: own.candidate, recorded: own, other: theirs }];
        });
        expect(deadlines).toEqual(expected);
      }),
      { runs: 40 },
    );
  });
});
