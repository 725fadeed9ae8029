import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { tamperedRecords } from '../../../src/adapters/testing/histories/tampered.ts';
import type { Fact } from '../../../src/domain/events/catalogue.ts';
import { refusalsOf } from '../../../src/domain/machine/refusal.ts';
import { apply, checkedReplay, newDraft, replay, sessionOf } from '../../../src/domain/machine/replay.ts';
import { holds, isWhole } from '../../support/property.ts';
import { draftOf } from './records.ts';

describe('replay', () => {
  test('of a legal history, trusted and checked replay give the same, and there is no breach', () => {
    holds(
      fc.property(histories(), ({ events, story }) => {
        const trusted = replay(events);
        expect(trusted).toEqual({ lifecycle: story.draft.place.lifecycle, state: story.draft.state });
        expect(checkedReplay(events)).toEqual({ ...trusted, breaches: [] });
      }),
      { runs: 120 },
    );
  });

  test('checked replay reports exactly what the rules refuse, with all that speaks against it, and goes on', () => {
    let breaches = 0;
    holds(
      fc.property(tamperedRecords(25), ({ legal, forgeries }) => {
        const draft = newDraft();
        const expected: unknown[] = [];
        for (const fact of [...legal, ...forgeries]) {
          const refusals = refusalsOf(draft.place, draft.state, fact);
          if (refusals.length > 0) expected.push({ revision: fact.revision, refusals });
          apply(draft, fact);
        }
        expect(checkedReplay([...legal, ...forgeries])).toEqual({ ...sessionOf(draft), breaches: expected });
        breaches += expected.length;
      }),
      { runs: 300 },
    );
    if (isWhole) expect(breaches).toBeGreaterThan(1000);
  });

  test('an illegal record leads trusted and checked replay to the same state', () => {
    holds(
      fc.property(tamperedRecords(25), ({ legal, forgeries }) => {
        const { breaches: _, ...checked } = checkedReplay([...legal, ...forgeries]);
        expect(checked).toEqual(replay([...legal, ...forgeries]));
      }),
      { runs: 200 },
    );
  });

  test('a history that lacks an event, or has one twice, or two the wrong way round, is found out', () => {
    holds(
      fc.property(
        histories({ mistakes: 0 }),
        fc.nat(999),
        fc.constantFrom('lost', 'twice', 'swapped'),
        (history, n, how) => {
          const events: Fact[] = [...history.events];
          const at = n % (events.length - 1);
          const [one, two] = events.slice(at, at + 2);
          if (one === undefined || two === undefined) return;
          const instead = { lost: [two], twice: [one, one, two], swapped: [two, one] }[how];
          events.splice(at, 2, ...instead);
          const [breach] = checkedReplay(events).breaches;
          expect(breach?.refusals.map(({ rule }) => rule)).toEqual(
            expect.arrayContaining([expect.stringMatching(/^(next-revision|allowed-in-state)$/)]),
          );
        },
      ),
      { runs: 100 },
    );
  });

  test('is deterministic, and does not change the history', () => {
    holds(
      fc.property(tamperedRecords(), ({ legal, forgeries }) => {
        const record = [...legal, ...forgeries];
        const before = structuredClone(record);
        expect(replay(record)).toEqual(replay(record));
        expect(checkedReplay(record)).toEqual(checkedReplay(record));
        expect(record).toEqual(before);
      }),
      { runs: 60 },
    );
  });

  test('can stop anywhere and go on: the fold of a and b is the fold of b on the fold of a', () => {
    holds(
      fc.property(tamperedRecords(), fc.nat(999), ({ legal, forgeries }, n) => {
        const record = [...legal, ...forgeries];
        const cut = n % (record.length + 1);
        const draft = draftOf(record.slice(0, cut));
        for (const fact of record.slice(cut)) apply(draft, fact);
        expect(sessionOf(draft)).toEqual(replay(record));
      }),
      { runs: 100 },
    );
  });

  test('two sessions share nothing', () => {
    holds(
      fc.property(histories({ choices: 30 }), histories({ choices: 30 }), (one, other) => {
        const alone = structuredClone(replay(one.events));
        const first = replay(one.events);
        replay(other.events);
        expect(first).toEqual(alone);
      }),
      { runs: 20 },
    );
  });

  test('nothing is recorded of an empty history', () => {
    expect(checkedReplay([])).toEqual({ ...replay([]), breaches: [] });
    expect(replay([]).lifecycle).toBe('unplanned');
    expect(replay([]).state).toMatchObject({ revision: 0, candidates: [], registered: 0, slot: null, startedAt: null });
  });
});
