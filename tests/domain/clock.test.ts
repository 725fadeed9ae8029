import { describe, expect, test } from 'vitest';
import type { Story } from '../../src/adapters/testing/histories/story.ts';
import { deadlines } from '../../src/domain/deadlines.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import {
  at,
  CODE,
  closed,
  eventsOf,
  expectFaults,
  faultsOf,
  issued,
  rulesOf,
  started,
  warningsOf,
  why,
} from './stages.ts';

const give = { type: 'GiveAccessCode', data: { accessCode: CODE } } as const;

const SLOT_AT_NINE = { date: '2019-05-14', start: '09:00', site: 'Lycée', room: 'B12' };

/** When each candidate's time is over, by their numbers. */
const ends = ({ draft }: Story): Readonly<Record<number, number>> =>
  Object.fromEntries(deadlines(draft.state, 0).map(({ candidate, endsAt }) => [candidate, endsAt]));

const correct = (clock: string, corrects?: number) =>
  ({
    type: 'CorrectStart',
    data: { startedAt: at(clock), reason: 'Montre en retard', ...(corrects === undefined ? {} : { corrects }) },
  }) as const;

describe(PROCEDURE.clock, () => {
  test('nobody has a deadline before the code is given', () => {
    expect(deadlines(issued().draft.state, at('08:30'))).toEqual([]);
  });

  test('the clock starts when the code was given in the room, not when it was noted', () => {
    const story = issued();
    story.now = at('09:00');
    story.must({ ...give, occurredAt: at('08:35') });
    expect(story.draft.state).toMatchObject({
      startedAt: at('08:35'),
      startedBy: 7,
      lifecycleAt: at('08:35'),
      recordedAt: at('09:00'),
    });
    expect(story.draft.place.lifecycle).toBe('running');
    expect(ends(story)).toEqual({ 1: at('10:20'), 2: at('10:20'), 3: at('10:20') });
  });

  test('it is not given before it was issued, nor later than now', () => {
    expect(why(issued(), { ...give, occurredAt: at('07:59') })).toEqual([
      'lifecycle-in-order: This step is said to have happened at 07:59:00 on 2019-05-14, before the step that precedes it (08:00:00 on 2019-05-14).',
    ]);
    expect(eventsOf(issued(), { ...give, occurredAt: at('08:00') })).toHaveLength(1);
    expect(why(issued(), { ...give, occurredAt: at('08:00') + 1 })).toEqual([
      'not-in-the-future: It is said to have happened at 08:00:00.001 on 2019-05-14, after it was recorded (08:00:00 on 2019-05-14).',
    ]);
  });

  test('more than an hour away from the slot is worth a second look', () => {
    const warned = (clock: string) => {
      const story = issued();
      story.now = at('12:00');
      return warningsOf(story, { ...give, occurredAt: at(clock) });
    };
    expect(warned('09:30')).toEqual([]);
    expect(warned('09:30:00.001')).toEqual([
      'started-away-from-the-slot: The code is given at 09:30:00.001 on 2019-05-14; the slot begins at 08:30:00 on 2019-05-14.',
    ]);
    const early = issued();
    early.must({ type: 'ReplanSession', data: { slot: { ...SLOT_AT_NINE, end: '11:00' }, reason: 'Salle' } });
    expect(warningsOf(early, give)).toEqual([]);
    const tooEarly = issued();
    tooEarly.must({
      type: 'ReplanSession',
      data: { slot: { ...SLOT_AT_NINE, start: '09:01', end: '11:00' }, reason: 'Salle' },
    });
    expect(warningsOf(tooEarly, give)).toEqual([
      'started-away-from-the-slot: The code is given at 08:00:00 on 2019-05-14; the slot begins at 09:01:00 on 2019-05-14.',
    ]);
  });

  test('a start that was typed wrongly is put right, and moves every deadline', () => {
    const story = started();
    expect(eventsOf(story, correct('08:32'))).toEqual([
      { type: 'StartCorrected', data: { corrects: 7, startedAt: at('08:32'), reason: 'Montre en retard' } },
    ]);
    expect(story.draft.state).toMatchObject({ startedAt: at('08:32'), startedBy: 8, lifecycleAt: at('08:32') });
    expect(ends(story)[1]).toBe(at('10:17'));
    expect(eventsOf(story, correct('08:33', 8))).toMatchObject([{ data: { corrects: 8 } }]);
  });

  test('after the close it moves the start, and the close stays the last step', () => {
    const story = closed();
    story.must(correct('08:32'));
    expect(story.draft.state).toMatchObject({ startedAt: at('08:32'), lifecycleAt: at('10:20') });
  });

  test('a correction names the event that says when the clock started', () => {
    const story = started();
    expect(why(story, correct('08:32', 6))).toEqual([
      'corrects-the-start: Event 6 does not say when the clock started; event 7 does.',
    ]);
    story.must(correct('08:32'));
    expect(rulesOf(story, correct('08:33', 7))).toEqual(['corrects-the-start']);
    expect(rulesOf(issued(), correct('08:32'))).toEqual(['allowed-in-state']);
  });

  test('the start lies before everything that happened in the test', () => {
    const story = started();
    story.must({ type: 'MarkStarted', data: { candidate: 2 }, occurredAt: at('08:50') });
    story.must({ type: 'RecordCertificationNumber', data: { candidate: 1, certificationNumber: '7' } });
    expect(eventsOf(story, correct('08:50'))).toHaveLength(1);
    expect(why(story, correct('08:51'))).toEqual([
      'start-before-the-test: The clock cannot have started at 08:51:00 on 2019-05-14: event 8 happened earlier.',
    ]);
    story.now = at('09:30');
    expect(story.refused(correct('09:00'))).toMatchObject([{ values: { because: { value: [8] } } }]);
    expect(story.refused(correct('09:10'))).toMatchObject([{ values: { because: { value: [9, 8] } } }]);
  });

  test.each([
    ['MarkStarted', { candidate: 1 }],
    ['RecordCertificationNumber', { candidate: 1, certificationNumber: '7' }],
    ['RecordEndScreen', { candidate: 1 }],
    ['MarkLeft', { candidate: 1, cause: 'other' }],
    ['RecordInterruption', { candidate: 1, cause: 'other' }],
  ] as const)('the start lies before %s', (type, data) => {
    const story = started();
    story.now = at('10:00');
    story.must({ type, data, occurredAt: at('09:00') } as Parameters<Story['must']>[0]);
    expect(rulesOf(story, correct('09:00:00.001'))).toEqual(['start-before-the-test']);
    expect(eventsOf(story, correct('09:00'))).toHaveLength(1);
  });

  test('the start lies before the close, and not in the future', () => {
    const story = started({ candidates: 1 });
    expect(why(story, correct('09:00:00.001'))).toEqual([
      'start-not-in-the-future: The clock cannot have started at 09:00:00.001 on 2019-05-14, after it was recorded (09:00:00 on 2019-05-14).',
    ]);
    story.must(correct('09:00'));
    story.must({ type: 'CloseSession', data: {} });
    story.now = at('09:30');
    expect(why(story, correct('09:00:00.001'))).toEqual([
      'start-before-the-close: The clock cannot have started at 09:00:00.001 on 2019-05-14, after the session was closed (09:00:00 on 2019-05-14).',
    ]);
    expect(eventsOf(story, correct('09:00'))).toHaveLength(1);
  });

  test('a centre may let each candidate’s clock start when that candidate begins', () => {
    const story = started({ policy: { clock: 'candidateStart' } });
    story.must({ type: 'MarkStarted', data: { candidate: 2 }, occurredAt: at('08:41') });
    expect(ends(story)).toEqual({ 1: at('10:20'), 2: at('10:26'), 3: at('10:20') });
    const procedure = started();
    procedure.must({ type: 'MarkStarted', data: { candidate: 2 }, occurredAt: at('08:41') });
    expect(ends(procedure)[2]).toBe(at('10:20'));
  });

  test('an instant is written with its offset, or in milliseconds', () => {
    const data = { reason: 'Montre en retard' };
    expectFaults(
      (startedAt: unknown) => faultsOf('CorrectStart', { ...data, startedAt }),
      [
        ['2019-05-14T08:35:00+02:00'],
        ['2019-05-14T06:35:00Z'],
        [at('08:35')],
        ['2019-05-14T08:35:00', 'instant-readable at data.startedAt'],
        ['2019-05-14', 'instant-readable at data.startedAt'],
        ['08:35', 'instant-readable at data.startedAt'],
        [at('08:35') + 0.5, 'instant-readable at data.startedAt'],
        [Date.UTC(2000, 0, 1) - 1, 'instant-readable at data.startedAt'],
        [Date.UTC(2000, 0, 1)],
        [Date.UTC(2200, 0, 1) - 1],
        [Date.UTC(2200, 0, 1), 'instant-readable at data.startedAt'],
        ['1999-12-31T23:59:59Z', 'instant-readable at data.startedAt'],
        [undefined, 'field-missing at data.startedAt'],
      ],
    );
    expect(
      eventsOf(started(), { type: 'CorrectStart', data: { ...data, startedAt: '2019-05-14T08:31:00+02:00' } }),
    ).toMatchObject([{ data: { startedAt: at('08:31') } }]);
  });
});

describe(PROCEDURE.duration, () => {
  test('a candidate has 1 h 45 from the code, and the seconds that are left are counted whole', () => {
    const { state } = started({ candidates: 1 }).draft;
    const left = (now: number) => deadlines(state, now)[0]?.remainingSeconds;
    expect(deadlines(state, at('09:00'))).toEqual([
      {
        candidate: 1,
        status: 'registered',
        startedAt: at('08:35'),
        durationSeconds: 6300,
        allowanceSeconds: 0,
        endsAt: at('10:20'),
        remainingSeconds: 4800,
      },
    ]);
    expect(left(at('08:35'))).toBe(6300);
    expect(left(at('10:19:59'))).toBe(1);
    expect(left(at('10:19:58.999'))).toBe(2);
    expect(left(at('10:19:59.999'))).toBe(1);
    expect(left(at('10:20'))).toBe(0);
    expect(left(at('11:20'))).toBe(0);
  });

  test('a third more is 35 minutes more', () => {
    const story = started();
    story.must({ type: 'GrantExtraTime', data: { candidate: 2, extraTime: '1/3' } });
    expect(ends(story)).toEqual({ 1: at('10:20'), 2: at('10:55'), 3: at('10:20') });
  });

  test('who is withdrawn, absent, or could not join has no deadline', () => {
    const story = issued({ candidates: 4 });
    story.must({ type: 'WithdrawCandidate', data: { candidate: 1 } });
    story.must({ type: 'MarkAbsent', data: { candidate: 2 } });
    story.must(give);
    story.must({ type: 'MarkCouldNotJoin', data: { candidate: 3, cause: 'device' } });
    expect(Object.keys(ends(story))).toEqual(['4']);
  });
});
