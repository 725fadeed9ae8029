import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Collector,
  counting,
  coverageOf,
  coverageText,
  missingFrom,
  requireCoverage,
  shareOf,
} from '../../../src/adapters/testing/coverage/index.ts';
import { type History, histories, retold, tamperedRecords } from '../../../src/adapters/testing/histories/index.ts';
import { check } from '../../../src/adapters/testing/run/check.ts';
import type { Trial } from '../../../src/adapters/testing/run/trial.ts';
import { EVENT_TYPES } from '../../../src/domain/events/catalogue.ts';
import { seed } from '../../support/property.ts';

const TOLD = fc.sample(histories(), { numRuns: 1500, seed });

const TAMPERED = fc.sample(tamperedRecords(25), { numRuns: 500, seed });

/** The rules that no command can break: the library itself fills in what they ask of an event. */
const OF_FORGERIES = [
  'recorded-in-order',
  'next-revision',
  'an-examiner-is-named',
  'next-number',
  'not-less-than-the-duration',
];

describe('the default histories', () => {
  test('go through every state and every transition of the machine, and record every event', () => {
    const coverage = coverageOf(TOLD);
    requireCoverage(coverage, { states: 1, transitions: 1, eventTypes: 1, pairs: 0.7 });
    expect(coverage.cases).toBe(1500);
    expect(coverage.states.known).toHaveLength(9);
    expect(coverage.eventTypes.known).toEqual(EVENT_TYPES);
  });

  test('are refused by every rule that a command can break, in 500 of them', () => {
    const coverage = coverageOf(TOLD.slice(0, 500));
    expect(missingFrom(coverage.rules)).toEqual(OF_FORGERIES);
    expect(missingFrom(coverage.accepted)).toEqual([]);
  });

  test('are refused by every rule there is, together with records that were tampered with', () => {
    requireCoverage(coverageOf([...TOLD.slice(0, 500), ...TAMPERED]), { rules: 1 });
  });
});

describe('what is counted', () => {
  const AT = '2019-05-14T06:30:00.000Z';
  const tiny = retold([
    {
      at: AT,
      told: {
        type: 'PlanSession',
        data: {
          establishment: { name: 'Lycée', address: '1 rue Haute', postalCode: '76300', city: 'Rouen' },
          slot: { date: '2019-05-14', start: '08:30', end: '10:30', site: 'Lycée', room: 'B12' },
          examiners: [{ id: 'lefevre', name: { surname: 'LEFÈVRE', firstName: 'Anne' } }],
        },
      },
    },
    { at: AT, told: { type: 'CloseSession', data: {} } },
    { at: AT, told: { type: 'AddSessionComment', data: { text: ' ' } } },
    { at: AT, told: { type: 'RemoveExaminer', data: { id: 'hoarau', reason: 'Malade' } } },
    { at: AT, told: { type: 'CancelSession', data: { reason: 'Grève' } } },
  ]);

  test('of one small history is exactly what happened in it', () => {
    const { cases, states, transitions, pairs, rules, eventTypes, accepted, refused } = coverageOf([tiny]);
    expect(cases).toBe(1);
    expect([...states.counts]).toEqual([
      ['unplanned', 1],
      ['planned', 2],
      ['cancelled', 1],
    ]);
    expect([...transitions.counts.keys()]).toEqual([
      'unplanned: SessionPlanned → planned',
      'planned: ExaminerAdded → planned',
      'planned: SessionCancelled → cancelled',
    ]);
    expect([...pairs.counts.keys()]).toEqual([
      'unplanned: SessionPlanned → planned, then ExaminerAdded → planned',
      'planned: ExaminerAdded → planned, then SessionCancelled → cancelled',
    ]);
    expect([...rules.counts.keys()]).toEqual(['allowed-in-state', 'examiner-known', 'one-examiner-remains']);
    expect([...eventTypes.counts.values()]).toEqual([1, 1, 1]);
    expect([...accepted.counts.keys()]).toEqual(['PlanSession', 'CancelSession']);
    expect([...refused.counts.keys()]).toEqual(['CloseSession', 'AddSessionComment', 'RemoveExaminer']);
  });

  test('is only what the machine has', () => {
    const { rules, ...others } = coverageOf([...TOLD.slice(0, 50), ...TAMPERED.slice(0, 50)]);
    for (const tally of [rules, others.states, others.transitions, others.pairs, others.eventTypes]) {
      expect([...tally.counts.keys()].filter((name) => !tally.known.includes(name))).toEqual([]);
      expect(new Set(tally.known).size).toBe(tally.known.length);
    }
  });

  test('of an event that the rules refuse is the rule, and no transition', () => {
    const [planned] = tiny.events;
    const again = planned === undefined ? [] : [planned, planned];
    const { transitions, rules } = coverageOf([{ events: again }]);
    expect([...transitions.counts.values()]).toEqual([1]);
    expect([...rules.counts.keys()]).toEqual(['allowed-in-state']);
  });
});

describe('a requirement', () => {
  test('that is not met lists what is missing, and how much was met', () => {
    const coverage = coverageOf(TOLD.slice(0, 3));
    const [missing] = missingFrom(coverage.transitions);
    expect(shareOf(coverage.transitions)).toBeLessThan(1);
    expect(() => requireCoverage(coverage, { transitions: 1, states: 0 })).toThrow(
      new RegExp(`by 3 cases\\.\\n\\ntransitions: [\\d.]+ % met, 100\\.0 % required; never met:\\n  - ${missing}`),
    );
  });

  test('lists forty names at most, and how many more there are', () => {
    expect(() => requireCoverage(coverageOf(TOLD.slice(0, 3)), { pairs: 1 })).toThrow(
      /(\n {2}- .+){40}\n {2}… and \d+ more$/,
    );
  });

  test('is never met by a run in which nothing was tried', () => {
    const nothing = new Error('Nothing was covered: no case was tried.');
    expect(() => requireCoverage(coverageOf([]), {})).toThrow(nothing);
    expect(() => requireCoverage(coverageOf([]), { rules: 0 })).toThrow(nothing);
  });

  test('is a share from 0 to 1 of something that is measured', () => {
    const coverage = coverageOf(TOLD.slice(0, 3));
    expect(() => requireCoverage(coverage, { states: 90 })).toThrow(RangeError);
    expect(() => requireCoverage(coverage, { states: Number.NaN })).toThrow(RangeError);
    expect(() => requireCoverage(coverage, { commands: 1 } as object)).toThrow(RangeError);
  });
});

describe('a trial that is counted', () => {
  const trial: Trial<History> = {
    name: 'every event has a type',
    cases: histories({ choices: 10 }),
    runs: 20,
    holds: ({ events }) => expect(events.every(({ type }) => type.length > 0)).toBe(true),
    tell: String,
  };

  test('adds every case that was tried, and gives the same verdict', async () => {
    const collector = new Collector();
    expect(await check(counting(trial, collector), { seed })).toEqual(await check(trial, { seed }));
    expect(collector.coverage.cases).toBe(20);
    requireCoverage(collector.coverage, { states: 0.2 });
  });

  test('still fails where it fails', async () => {
    const failing = { ...trial, holds: () => Promise.reject(new Error('never')) };
    const verdict = await check(counting(failing, new Collector()), { seed });
    expect(verdict.kind).toBe('failed');
  });
});

describe('the table', () => {
  test('says the shares, what is missing, and which commands were accepted and refused', () => {
    const text = coverageText(coverageOf(TOLD.slice(0, 500)));
    expect(text).toMatch(/^500 cases\n/);
    expect(text).toMatch(/\nstates +│ 9 +│ 9 +│ 100\.0 %\n/);
    expect(text).toMatch(/\nrules refused +│ 41 +│ 46 +│ 89\.1 %\n/);
    expect(text).toContain(
      `Never met, of the rules refused:\n${OF_FORGERIES.map((name) => `  - ${name}`).join('\n')}\n\n`,
    );
    expect(text).toMatch(/\nGiveAccessCode +│ \d+ +│ \d+\n/);
  });
});
