import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENTS } from '../../src/domain/events/catalogue.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { durationWith, readExtraTime } from '../../src/domain/values/extraTime.ts';
import { holds } from '../support/property.ts';
import {
  closed,
  eventsOf,
  expectFaults,
  factOf,
  faultsOf,
  issued,
  planned,
  rulesOf,
  started,
  warningsOf,
  whyNot,
} from './stages.ts';

const IDENTITY = { surname: 'D’ÂPRES', firstName: 'Zoé', birthDate: '2003-02-28', birthPlace: 'Nîmes' };

const written = (extra: string | number): string => {
  const read = readExtraTime(extra);
  return read === null ? 'nothing' : `${read.numerator}/${read.denominator}`;
};

describe(PROCEDURE.extraTime, () => {
  const meaning: readonly (readonly [string, ...(string | number)[]])[] = [
    ['1/3', '1/3', '1/3 temps', 'tiers temps', 'Tiers temps', 'TIERS TEMPS', 'tiers', ' 1 / 3 '],
    ['1/3', '33 %', '33%', '33,3 %', '33,33 %', '33.33%', '33,333 %', '0,33', '0.33', '.33', '0,333', '33', '33,3', 33],
    ['1/3', 0.33, 0.333, 33.3, 33.33, 1 / 3],
    ['2/3', '2/3', '66 %', '66,6 %', '66,67 %', '66,66%', '67 %', '67', '0.66', '0.67', '0,667', '.67', 66.67, 2 / 3],
    ['1/2', '50 %', '50', '0.5', '0,5', '.5', '1/2', '50,0 %', '50,00%', 50, 0.5, '2/4'],
    ['1/8', '12,5 %', '12.5%', '12,5', '0,125', 12.5, 0.125],
    ['1/4', '25%', '0,25', 25, '0.2500'],
    ['3/10', '30 %', '0,3', 0.3, '.3'],
    ['3/5', '60 %', '0,6', 0.6],
    ['1/1', '100 %', '100', '1/1', 100],
    ['3/2', '150 %', '150', '3/2'],
    ['2/1', '200 %', '200', '2/1', '4/2'],
    ['1/100', '1 %', '1,00 %', '0,01', '01', 0.01],
    ['1/20', '5 %', '5,0 %', '0.05', '05'],
    ['1667/5000', '33,34 %', '0,3334', '33,34'],
    ['8/25', '32 %', '0,32'],
    ['17/25', '68 %', '0,68'],
    ['13/20', '65 %', '0,65'],
    ['6661/10000', '66,61 %', '0,6661', '6661/10000'],
    ['19999/10000', '199,99 %', '19999/10000'],
    ['1033/10000', '10,33', '10,33 %'],
  ];

  test.each(meaning)('%s is what these mean', (ratio, ...texts) => {
    expect(texts.map((text) => [text, written(text)])).toEqual(texts.map((text) => [text, ratio]));
  });

  test('what is no extra time, or says two things at once, is refused', () => {
    const refused = [
      ...['1', 1, '2', 5, '9', '1,5', '1.0', '0', 0, '0 %', '00', '0,0', '0/3', '1/0', '0/0', '-1/3', '-33 %', -0.5],
      ...['200,01 %', '201', '201 %', '5/2', '401/200', '1000 %', '1000/3', '1/1000', '1000', '0,33333334', '0.12345'],
      ...[
        '',
        '6661/10001',
        ' ',
        'temps',
        '%',
        '/',
        'oui',
        'non',
        'quart temps',
        'temps tiers',
        'tiers temps temps',
        'xtiers',
        'tiersx',
        '1/3x',
      ],
      // Less than one percent: a third, with a sign too many.
      ...['0,33 %', '0,01 %', '0,99 %', '0,0099', '.0001', '1/101', '1/999'],
      ...['x1/3', 'x33%', '33%x', 'x0,5', '0,5x', '33 %%', '1/3/3', '12,345 %', '12,345', '1e2', '١/٣', '½'],
      ...['x0,33', '0,32x', '33,4,3 %', 'x66%', '66%x', 'x0,66', '0,66x', '66,76%x'],
      ...[Number.NaN, Number.POSITIVE_INFINITY, 1e-7, 1e21, 0.1 + 0.2],
    ];
    expect(refused.filter((text) => readExtraTime(text) !== null)).toEqual([]);
  });

  test('whatever is read is a reduced ratio above nothing and at most twice the duration', () => {
    const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
    const unit = fc.constantFrom('0', '1', '2', '3', '6', '7', '9', ',', '.', '/', '%', ' ', '-', 'tiers', 'temps');
    holds(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 8 }), fc.float(), fc.integer()), (text) => {
        const read = readExtraTime(text);
        if (read === null) return;
        expect(commonDivisor(read.numerator, read.denominator)).toBe(1);
        expect(read.numerator).toBeGreaterThan(0);
        expect(read.numerator).toBeLessThanOrEqual(2 * read.denominator);
      }),
      { runs: 3000 },
    );
  });

  test('a hundredth of a percent is read exactly, but where it is the usual way to round a third', () => {
    for (let hundredths = 1; hundredths <= 20_000; hundredths += 7) {
      const percent = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')} %`;
      const read = readExtraTime(percent);
      if (percent === '33,33 %' || /^66,6[67] %$/.test(percent)) continue;
      expect([percent, (read?.numerator ?? 0) * 10_000]).toEqual([percent, hundredths * (read?.denominator ?? 0)]);
    }
  });

  const line = (extraTime: unknown) => faultsOf('RegisterCandidate', { identity: IDENTITY, extraTime });

  test('a command says it as a ratio, or as anybody writes it', () => {
    expectFaults(line, [
      [undefined],
      [null],
      ['1/3'],
      [0.5],
      [{ numerator: 1, denominator: 3 }],
      [{ numerator: 2, denominator: 1 }],
      [{ numerator: 19_999, denominator: 10_000 }],
      [{ numerator: 20_000, denominator: 9999 }, 'extra-time-at-most-twice at data.extraTime'],
      [
        { numerator: 20_001, denominator: 10_000 },
        'field-too-big at data.extraTime.numerator',
        'extra-time-at-most-twice at data.extraTime',
      ],
      [{ numerator: 5, denominator: 2 }, 'extra-time-at-most-twice at data.extraTime'],
      [{ numerator: 2, denominator: 4 }, 'extra-time-reduced at data.extraTime'],
      [
        { numerator: 6, denominator: 2 },
        'extra-time-at-most-twice at data.extraTime',
        'extra-time-reduced at data.extraTime',
      ],
      [{ numerator: 0, denominator: 1 }, 'field-too-small at data.extraTime.numerator'],
      [{ numerator: 1, denominator: 10_001 }, 'field-too-big at data.extraTime.denominator'],
      [{ numerator: 1 }, 'extra-time-readable at data.extraTime'],
      [true, 'extra-time-readable at data.extraTime'],
      ['oui', 'extra-time-readable at data.extraTime'],
      [`${' '.repeat(37)}1/3`],
      [`${' '.repeat(38)}1/3`, 'extra-time-readable at data.extraTime'],
    ]);
  });

  test('it is put right after the start with a reason, also as none', () => {
    const story = started();
    const data = { candidate: 1, extraTime: '1/3', reason: 'Notification lue' } as const;
    const stored = { ...data, extraTime: { numerator: 1, denominator: 3 }, durationSeconds: 8400 };
    expect(eventsOf(story, { type: 'CorrectExtraTime', data })).toEqual([{ type: 'ExtraTimeCorrected', data: stored }]);
    expect(story.draft.state.candidates[0]).toMatchObject({ durationSeconds: 8400, granted: false });
    expect(eventsOf(story, { type: 'CorrectExtraTime', data: { ...data, extraTime: null } })).toEqual([
      { type: 'ExtraTimeCorrected', data: { ...stored, extraTime: null, durationSeconds: 6300 } },
    ]);
    expect(story.draft.state.candidates[0]?.durationSeconds).toBe(6300);
    expect(rulesOf(issued(), { type: 'CorrectExtraTime', data })).toEqual(['allowed-in-state']);
    expect(faultsOf('CorrectExtraTime', { candidate: 1, reason: 'Lu' })).toEqual(['field-missing at data.extraTime']);
  });
});

describe(PROCEDURE.extraTimeVerified, () => {
  test('what is verified on the spot is noted, and grants nothing yet', () => {
    const story = issued();
    const data = { candidate: 2, extraTime: 'tiers temps', evidence: 'Notification de la MDPH' } as const;
    const stored = { ...data, extraTime: { numerator: 1, denominator: 3 }, durationSeconds: 8400 };
    expect(eventsOf(story, { type: 'VerifyExtraTime', data })).toEqual([{ type: 'ExtraTimeVerified', data: stored }]);
    expect(eventsOf(story, { type: 'VerifyExtraTime', data: { candidate: 2, extraTime: null } })).toEqual([
      { type: 'ExtraTimeVerified', data: { candidate: 2, extraTime: null, durationSeconds: 6300, evidence: null } },
    ]);
    expect(story.draft.state.candidates[1]).toMatchObject({ durationSeconds: 6300, granted: false });
    expect(rulesOf(planned(), { type: 'VerifyExtraTime', data })).toEqual(['allowed-in-state']);
    expect(rulesOf(story, { type: 'VerifyExtraTime', data: { ...data, candidate: 9 } })).toEqual([
      'candidate-registered',
    ]);
  });
});

describe(PROCEDURE.extraTimeGranted, () => {
  test('what is granted drives the deadline, whatever is declared afterwards', () => {
    const story = started();
    const grant = { candidate: 1, extraTime: '50 %' } as const;
    expect(eventsOf(story, { type: 'GrantExtraTime', data: grant })).toEqual([
      {
        type: 'ExtraTimeGranted',
        data: { candidate: 1, extraTime: { numerator: 1, denominator: 2 }, durationSeconds: 9450, reason: null },
      },
    ]);
    expect(story.draft.state.candidates[0]).toMatchObject({ durationSeconds: 9450, granted: true });
    story.must({ type: 'CorrectExtraTime', data: { candidate: 1, extraTime: '1/3', reason: 'Notification lue' } });
    expect(story.draft.state.candidates[0]?.durationSeconds).toBe(9450);
    story.must({ type: 'GrantExtraTime', data: { candidate: 1, extraTime: null } });
    expect(story.draft.state.candidates[0]).toMatchObject({ durationSeconds: 6300, granted: true });
  });

  test('a line that is filled anew keeps what was granted', () => {
    const story = issued();
    story.must({ type: 'GrantExtraTime', data: { candidate: 1, extraTime: '1/3' } });
    story.must({ type: 'CorrectCandidate', data: { candidate: 1, identity: IDENTITY, extraTime: '50 %' } });
    expect(story.draft.state.candidates[0]?.durationSeconds).toBe(8400);
  });

  test('granting it after the close gives no time back, and says so', () => {
    const told = { type: 'GrantExtraTime', data: { candidate: 2, extraTime: '1/3' } } as const;
    expect(warningsOf(issued(), told)).toEqual([]);
    expect(warningsOf(started(), told)).toEqual([]);
    const [warning, ...others] = closed().must(told);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      warning: 'granted-after-the-close',
      en: 'The session is closed: extra time granted to candidate 2 now gives no time back.',
      values: { candidate: { value: 2, personal: false } },
    });
  });

  test('nobody is given less than the time of the test', () => {
    const story = issued();
    const why = (durationSeconds: number) => [
      whyNot(
        story,
        factOf(story, 'ExtraTimeGranted', { candidate: 1, extraTime: null, durationSeconds, reason: null }),
      ),
      whyNot(
        story,
        factOf(story, 'ExtraTimeVerified', { candidate: 1, extraTime: null, durationSeconds, evidence: null }),
      ),
    ];
    const refusal = 'not-less-than-the-duration: A duration of 6299 s is less than the 6300 s of the test.';
    expect(why(6299)).toEqual([[refusal], [refusal]]);
    expect(why(6300)).toEqual([[], []]);
  });

  test('twice of the longest test still makes a record that can be read', () => {
    const story = planned({ candidates: 1, policy: { durationSeconds: 86_400 } });
    story.must({ type: 'RegisterCandidate', data: { identity: IDENTITY, extraTime: '200 %' } });
    expect(story.draft.state.candidates[1]?.durationSeconds).toBe(259_200);
    for (const { type, data } of story.events) expect(EVENTS[type].data.parse(data)).toEqual(data);
  });
});

describe('1/3 of 105 minutes is 35 minutes', () => {
  test('a duration with its extra time is exact, and a started second is the candidate’s', () => {
    expect(durationWith(6300, { numerator: 1, denominator: 3 })).toBe(8400);
    expect(durationWith(6300, { numerator: 2, denominator: 3 })).toBe(10_500);
    expect(durationWith(6300, { numerator: 2, denominator: 1 })).toBe(18_900);
    expect(durationWith(6300, null)).toBe(6300);
    expect(durationWith(100, { numerator: 1, denominator: 3 })).toBe(134);
    expect(durationWith(99, { numerator: 1, denominator: 3 })).toBe(132);
    expect(durationWith(6301, { numerator: 1, denominator: 10_000 })).toBe(6302);
  });

  test('however it is written, a third is exactly 35 minutes', () => {
    for (const third of ['1/3', '33 %', '33,3 %', '0,33', 'tiers temps', 33, 1 / 3]) {
      expect([third, durationWith(6300, readExtraTime(third))]).toEqual([third, 8400]);
    }
  });

  test('any ratio gives at least its exact share, and less than a second more', () => {
    const ratio = fc.record({
      numerator: fc.integer({ min: 1, max: 999 }),
      denominator: fc.integer({ min: 1, max: 999 }),
    });
    holds(
      fc.property(fc.integer({ min: 60, max: 86_400 }), ratio, (base, extra) => {
        const given = BigInt(durationWith(base, extra) - base) * BigInt(extra.denominator);
        const share = BigInt(base) * BigInt(extra.numerator);
        expect(given >= share && given < share + BigInt(extra.denominator)).toBe(true);
      }),
      { runs: 500 },
    );
  });
});
