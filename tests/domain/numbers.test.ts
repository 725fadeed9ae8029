import { describe, expect, test } from 'vitest';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { at, closed, eventsOf, expectFaults, faultsOf, issued, readOf, rulesOf, started, why } from './stages.ts';

const record = (candidate: number, certificationNumber: string) =>
  ({ type: 'RecordCertificationNumber', data: { candidate, certificationNumber } }) as const;

const correct = (candidate: number, certificationNumber: string, corrects?: number) =>
  ({
    type: 'CorrectCertificationNumber',
    data: { candidate, certificationNumber, reason: 'Mal lu', ...(corrects === undefined ? {} : { corrects }) },
  }) as const;

const missing = { type: 'ExplainMissingNumber', data: { candidate: 1, cause: 'notRead' } } as const;

describe(PROCEDURE.certificationNumber, () => {
  test('the number on a candidate’s screen is noted', () => {
    const story = started();
    expect(eventsOf(story, record(2, '#123456'))).toEqual([
      { type: 'CertificationNumberRecorded', data: { candidate: 2, certificationNumber: '123456' } },
    ]);
    expect(story.draft.state.candidates[1]).toMatchObject({
      certificationNumber: '123456',
      numbered: { at: at('09:00'), revision: 8 },
    });
    expect(story.draft.state.numbers).toEqual(new Map([['123456', 2]]));
  });

  test('a number is one to twelve digits; a number sign before it is left out', () => {
    const wrong = 'certification-number-digits at data.certificationNumber';
    expectFaults(
      (number: unknown) => faultsOf('RecordCertificationNumber', { candidate: 1, certificationNumber: number }),
      [
        ['1'],
        ['123456789012'],
        ['1234567890123', wrong],
        ['', wrong],
        ['#', wrong],
        ['##1', wrong],
        ['12a', wrong],
        ['a12', wrong],
        ['1#2', wrong],
        ['1 2', wrong],
        ['-1', wrong],
        ['١', wrong],
        [undefined, 'field-missing at data.certificationNumber'],
        [123456, 'field-invalid-type at data.certificationNumber'],
      ],
    );
    for (const typed of ['123', '#123', ' # 123 ', '\t#123\n', '# 123']) {
      const read = readOf('RecordCertificationNumber', { candidate: 1, certificationNumber: typed });
      expect([typed, read]).toEqual([typed, { candidate: 1, certificationNumber: '123' }]);
    }
  });

  test('a number stands once in a session', () => {
    const story = started();
    story.must(record(2, '7'));
    expect(why(story, record(1, '7'))).toEqual(['number-stands-once: Certification number 7 belongs to candidate 2.']);
    story.must(record(1, '8'));
    expect(why(story, correct(1, '7'))).toEqual(['number-stands-once: Certification number 7 belongs to candidate 2.']);
    expect(rulesOf(story, correct(1, '8'))).toEqual(['number-stands-once']);
  });

  test('a second number is a correction, and says so', () => {
    const story = started();
    story.must(record(1, '7'));
    expect(why(story, record(1, '8'))).toEqual([
      'no-number-yet: Candidate 1 has certification number 7: correct it, or take it back.',
    ]);
    expect(why(story, record(1, '7'))).toEqual([
      'no-number-yet: Candidate 1 has certification number 7: correct it, or take it back.',
      'number-stands-once: Certification number 7 belongs to candidate 1.',
    ]);
    expect(why(story, missing)).toEqual([
      'no-number-yet: Candidate 1 has certification number 7: correct it, or take it back.',
    ]);
  });

  test('a number that is put right is free for whom it belongs to', () => {
    const story = started();
    story.must(record(1, '7'));
    expect(eventsOf(story, correct(1, '8'))).toEqual([
      {
        type: 'CertificationNumberCorrected',
        data: { candidate: 1, certificationNumber: '8', corrects: 8, reason: 'Mal lu' },
      },
    ]);
    expect(story.draft.state.numbers).toEqual(new Map([['8', 1]]));
    story.must(record(2, '7'));
    expect(story.draft.state.numbers).toEqual(
      new Map([
        ['8', 1],
        ['7', 2],
      ]),
    );
    expect(story.draft.state.candidates[0]?.numbered).toEqual({ at: at('09:00'), revision: 9 });
  });

  test('a correction names the event that gave the number that counts', () => {
    const story = started();
    story.must(record(1, '7'));
    expect(why(story, correct(1, '8', 7))).toEqual([
      'corrects-the-number: Event 7 did not give candidate 1 the number that counts.',
    ]);
    expect(why(story, correct(2, '8'))).toEqual([
      'corrects-the-number: Event 1 did not give candidate 2 the number that counts.',
    ]);
    expect(rulesOf(story, correct(9, '8'))).toEqual(['candidate-registered', 'corrects-the-number']);
    expect(eventsOf(story, correct(1, '8', 8))).toHaveLength(1);
    expect(rulesOf(story, correct(1, '9', 8))).toEqual(['corrects-the-number']);
    expect(eventsOf(story, correct(1, '9'))).toMatchObject([{ data: { corrects: 9 } }]);
  });

  test('a number that is taken back leaves none, and may be noted again', () => {
    const story = started();
    story.must(record(1, '7'));
    story.must({ type: 'RetractEntry', data: { entry: 8, reason: 'Autre poste' } });
    expect(story.draft.state.candidates[0]).toMatchObject({ certificationNumber: null, numbered: null });
    expect(story.draft.state.numbers).toEqual(new Map());
    story.must(record(2, '7'));
    story.must(record(1, '8'));
  });

  test('why there is no number is noted, for a known cause', () => {
    const story = started();
    expect(eventsOf(story, missing)).toEqual([
      { type: 'CertificationNumberMissing', data: { candidate: 1, cause: 'notRead', detail: null } },
    ]);
    expect(story.draft.state.candidates[0]?.numberMissing).toEqual({ at: at('09:00'), revision: 8 });
    for (const cause of ['notRead', 'technicalProblem', 'leftBefore', 'other']) {
      expect(faultsOf('ExplainMissingNumber', { candidate: 1, cause, detail: 'd'.repeat(1000) })).toEqual([]);
    }
    expect(faultsOf('ExplainMissingNumber', { candidate: 1, cause: 'lazy', detail: 'd'.repeat(1001) })).toEqual([
      'field-invalid-value at data.cause',
      'field-too-big at data.detail',
    ]);
  });

  test('it is noted in the test, or later from paper with the time that stands there', () => {
    const story = closed({ candidates: 1 });
    story.must({ type: 'RetractEntry', data: { entry: 6, reason: 'Autre poste' } });
    expect(why(story, { ...record(1, '7'), occurredAt: at('08:34') })).toEqual([
      'after-the-start: It is said to have happened at 08:34:00 on 2019-05-14, before the access code was given (08:35:00 on 2019-05-14).',
    ]);
    expect(rulesOf(story, { ...record(1, '7'), occurredAt: at('10:20:00.001') })).toEqual(['before-the-close']);
    expect(eventsOf(story, { ...record(1, '7'), occurredAt: at('10:20') })).toHaveLength(1);
    expect(rulesOf(issued(), record(1, '7'))).toEqual(['allowed-in-state']);
  });
});
