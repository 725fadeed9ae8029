import { describe, expect, test } from 'vitest';
import type { Story } from '../../src/adapters/testing/histories/story.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { isInterrupted, lastInterruption } from '../../src/domain/state/candidate.ts';
import { at, CODE, eventsOf, faultsOf, issued, rulesOf, started, why } from './stages.ts';

const lost = (clock: string) =>
  ({ type: 'RecordInterruption', data: { candidate: 1, cause: 'disconnection' }, occurredAt: at(clock) }) as const;

const resumed = (clock: string, accessCode = CODE) =>
  ({ type: 'RecordResumption', data: { candidate: 1, accessCode }, occurredAt: at(clock) }) as const;

/** A session at 10:00 in which this happened in this order. */
const having = (...commands: readonly Parameters<Story['must']>[0][]): Story => {
  const story = started();
  story.now = at('10:00');
  for (const told of commands) story.must(told);
  return story;
};

/** The interruptions of the first candidate, as times of the room after nine. */
const stretchesOf = ({ draft }: Story) =>
  draft.state.candidates[0]?.interruptions.map(({ began, resumed: until }) => [
    (began.at - at('09:00')) / 60_000,
    until === null ? null : (until.at - at('09:00')) / 60_000,
  ]);

describe(PROCEDURE.interruption, () => {
  test('a disconnection, a closed browser or a failure is noted with its cause', () => {
    const story = started();
    const data = { candidate: 1, cause: 'browserClosed', detail: 'Onglet fermé' } as const;
    expect(eventsOf(story, { type: 'RecordInterruption', data })).toEqual([{ type: 'TestInterrupted', data }]);
    expect(story.draft.state.candidates[0]?.interruptions).toEqual([
      { began: { at: at('09:00'), revision: 8 }, resumed: null },
    ]);
    for (const cause of ['disconnection', 'browserClosed', 'deviceFailure', 'other']) {
      expect(faultsOf('RecordInterruption', { candidate: 1, cause })).toEqual([]);
    }
    expect(faultsOf('RecordInterruption', { candidate: 1, cause: 'hunger' })).toEqual([
      'field-invalid-value at data.cause',
    ]);
    expect(rulesOf(issued(), { type: 'RecordInterruption', data })).toEqual(['allowed-in-state']);
  });

  test('it happened between the code and the close', () => {
    const story = having();
    expect(rulesOf(story, lost('08:34'))).toEqual(['after-the-start']);
    story.must({ type: 'CloseSession', data: {}, occurredAt: at('09:30') });
    expect(rulesOf(story, lost('09:31'))).toEqual(['before-the-close']);
    expect(eventsOf(story, lost('09:30'))).toHaveLength(1);
    expect(rulesOf(story, resumed('09:31'))).toEqual(['before-the-close']);
    expect(eventsOf(story, resumed('09:30'))).toHaveLength(1);
  });

  test('a test that is lost is not lost again before it is taken up', () => {
    const story = having(lost('09:10'));
    const refusal = (clock: string) =>
      `not-already-interrupted: The test of candidate 1 was interrupted at 09:10:00 on 2019-05-14 already, and not resumed before 09:${clock}:00 on 2019-05-14.`;
    expect(why(story, lost('09:20'))).toEqual([refusal('20')]);
    expect(why(story, lost('09:10'))).toEqual([refusal('10')]);
    story.must(resumed('09:15'));
    expect(why(story, lost('09:14'))).toEqual([refusal('14')]);
    expect(why(story, lost('09:10'))).toEqual([refusal('10')]);
    expect(eventsOf(story, lost('09:15'))).toHaveLength(1);
    expect(stretchesOf(story)).toEqual([
      [10, 15],
      [15, null],
    ]);
  });

  test('an interruption that is typed in late stands where it happened', () => {
    const story = having(lost('09:30'), resumed('09:40'), lost('09:10'));
    expect(stretchesOf(story)).toEqual([
      [10, null],
      [30, 40],
    ]);
    story.must(resumed('09:12'));
    story.must(lost('09:20'));
    story.must(resumed('09:21'));
    expect(stretchesOf(story)).toEqual([
      [10, 12],
      [20, 21],
      [30, 40],
    ]);
    const [candidate] = story.draft.state.candidates;
    expect(candidate === undefined ? null : lastInterruption(candidate)).toMatchObject({ at: at('09:40') });
    expect(candidate === undefined || isInterrupted(candidate)).toBe(false);
  });

  test('an interruption that is taken back takes its resumption along; a resumption that is taken back, nothing', () => {
    const story = having(lost('09:10'), resumed('09:15'), lost('09:20'), resumed('09:25'));
    expect(story.draft.state.candidates[0]?.interruptions.map(({ began }) => began.revision)).toEqual([8, 10]);
    story.must({ type: 'RetractEntry', data: { entry: 11, reason: 'Autre poste' } });
    expect(stretchesOf(story)).toEqual([
      [10, 15],
      [20, null],
    ]);
    story.must({ type: 'RetractEntry', data: { entry: 8, reason: 'Autre poste' } });
    expect(stretchesOf(story)).toEqual([[20, null]]);
    expect(rulesOf(story, { type: 'RetractEntry', data: { entry: 9, reason: 'Autre poste' } })).toEqual([
      'entry-still-counts',
    ]);
  });
});

describe(PROCEDURE.resumption, () => {
  test('the test is taken up with the session’s own code', () => {
    const story = having(lost('09:10'));
    expect(why(story, resumed('09:15', 'ZZZZ99'))).toEqual([
      'sessions-own-code: ZZZZ99 is not the access code of this session.',
    ]);
    expect(eventsOf(story, resumed('09:15'))).toEqual([
      { type: 'TestResumed', data: { candidate: 1, accessCode: CODE } },
    ]);
    expect(story.draft.state.candidates[0]?.interruptions).toEqual([
      { began: { at: at('09:10'), revision: 8 }, resumed: { at: at('09:15'), revision: 9 } },
    ]);
    expect(faultsOf('RecordResumption', { candidate: 1, accessCode: 'bcdf23' })).toEqual([
      'access-code-shape at data.accessCode',
    ]);
  });

  test('only a test that was lost is taken up, at the earliest when it was lost, and once', () => {
    const refusal = (clock: string) =>
      `interrupted-before: The test of candidate 1 was not interrupted at 09:${clock}:00 on 2019-05-14.`;
    expect(why(having(), resumed('09:15'))).toEqual([refusal('15')]);
    const story = having(lost('09:10'));
    expect(why(story, resumed('09:09'))).toEqual([refusal('09')]);
    expect(eventsOf(story, resumed('09:10'))).toHaveLength(1);
    expect(why(story, resumed('09:15'))).toEqual([refusal('15')]);
    expect(rulesOf(story, { ...resumed('09:15'), data: { candidate: 4, accessCode: CODE } })).toEqual([
      'candidate-registered',
      'interrupted-before',
    ]);
  });

  test('a resumption ends the interruption that had begun by then', () => {
    const story = having(lost('09:30'), lost('09:10'));
    story.must(resumed('09:35'));
    expect(stretchesOf(story)).toEqual([
      [10, null],
      [30, 35],
    ]);
    story.must(resumed('09:29'));
    expect(stretchesOf(story)).toEqual([
      [10, 29],
      [30, 35],
    ]);
  });
});
