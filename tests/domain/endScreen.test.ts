import { describe, expect, test } from 'vitest';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { at, CODE, closed, eventsOf, faultsOf, issued, rulesOf, started, why } from './stages.ts';

const seen = { type: 'RecordEndScreen', data: { candidate: 1 } } as const;
const notSeen = { type: 'ExplainMissingEndScreen', data: { candidate: 1, cause: 'overlooked' } } as const;
const lost = { type: 'RecordInterruption', data: { candidate: 1, cause: 'browserClosed' } } as const;
const resumed = { type: 'RecordResumption', data: { candidate: 1, accessCode: CODE } } as const;

describe(PROCEDURE.endScreen, () => {
  test('the end screen is noted once the test began', () => {
    const story = started();
    expect(eventsOf(story, seen)).toEqual([{ type: 'EndScreenSeen', data: { candidate: 1 } }]);
    expect(story.draft.state.candidates[0]?.endScreen).toEqual({ at: at('09:00'), revision: 8 });
    expect(rulesOf(issued(), seen)).toEqual(['allowed-in-state']);
    expect(rulesOf(started(), { ...seen, data: { candidate: 4 } })).toEqual(['candidate-registered']);
  });

  test('it is seen once, and is not both seen and missed', () => {
    const story = started();
    story.must(seen);
    const already = 'end-screen-not-seen-yet: The end screen of candidate 1 was seen already: take that back first.';
    expect(why(story, seen)).toEqual([already]);
    expect(why(story, notSeen)).toEqual([already]);
    story.must({ type: 'RetractEntry', data: { entry: 8, reason: 'Autre poste' } });
    expect(story.draft.state.candidates[0]?.endScreen).toBeNull();
    expect(eventsOf(story, notSeen)).toHaveLength(1);
    expect(eventsOf(story, seen)).toHaveLength(1);
  });

  test('why it was not seen is noted, for a known cause', () => {
    const story = started();
    expect(eventsOf(story, notSeen)).toEqual([
      { type: 'EndScreenNotSeen', data: { candidate: 1, cause: 'overlooked', detail: null } },
    ]);
    expect(story.draft.state.candidates[0]?.endScreenNotSeen).toEqual({ at: at('09:00'), revision: 8 });
    for (const cause of ['timeRanOut', 'technicalProblem', 'fraud', 'overlooked', 'other']) {
      expect(faultsOf('ExplainMissingEndScreen', { candidate: 1, cause, detail: 'd'.repeat(1000) })).toEqual([]);
    }
    expect(faultsOf('ExplainMissingEndScreen', { candidate: 1, cause: 'lunch', detail: 'd'.repeat(1001) })).toEqual([
      'field-invalid-value at data.cause',
      'field-too-big at data.detail',
    ]);
  });

  test('it comes between the code and the close', () => {
    const story = closed({ candidates: 1 });
    story.must({ type: 'RetractEntry', data: { entry: 7, reason: 'Autre poste' } });
    expect(rulesOf(story, { ...seen, occurredAt: at('08:34:59') })).toEqual(['after-the-start']);
    expect(why(story, { ...seen, occurredAt: at('10:20:00.001') })).toEqual([
      'before-the-close: It is said to have happened at 10:20:00.001 on 2019-05-14, after the session was closed (10:20:00 on 2019-05-14).',
    ]);
    expect(eventsOf(story, { ...seen, occurredAt: at('10:20') })).toHaveLength(1);
  });

  test('it comes after the last interruption began', () => {
    const story = started();
    story.must({ ...lost, occurredAt: at('08:50') });
    expect(why(story, { ...seen, occurredAt: at('08:49') })).toEqual([
      'end-screen-comes-last: The test of candidate 1 was interrupted or resumed at 08:50:00 on 2019-05-14, after 08:49:00 on 2019-05-14.',
    ]);
    expect(eventsOf(story, { ...seen, occurredAt: at('08:50') })).toHaveLength(1);
  });

  test('it comes after the last resumption', () => {
    const story = started();
    story.must({ ...lost, occurredAt: at('08:50') });
    story.must({ ...resumed, occurredAt: at('08:52') });
    expect(why(story, { ...seen, occurredAt: at('08:51') })).toEqual([
      'end-screen-comes-last: The test of candidate 1 was interrupted or resumed at 08:52:00 on 2019-05-14, after 08:51:00 on 2019-05-14.',
    ]);
    expect(eventsOf(story, { ...seen, occurredAt: at('08:52') })).toHaveLength(1);
  });

  test.each([
    ['MarkStarted', { candidate: 1 }],
    ['MarkLeft', { candidate: 1, cause: 'ownChoice' }],
    ['RecordInterruption', { candidate: 1, cause: 'other' }],
    ['SignalProblem', { candidate: 1, question: 18, examinerAdvised: true }],
  ] as const)('after it the test is over: %s', (type, data) => {
    const told = { type, data } as unknown as typeof seen;
    const story = started();
    story.must({ ...seen, occurredAt: at('08:55') });
    expect(why(story, told)).toEqual([
      'before-the-end-screen: Candidate 1 reached the end screen at 08:55:00 on 2019-05-14, before 09:00:00 on 2019-05-14.',
    ]);
    expect(rulesOf(story, { ...told, occurredAt: at('08:55:00.001') })).toEqual(['before-the-end-screen']);
    expect(eventsOf(story, { ...told, occurredAt: at('08:55') })).toHaveLength(1);
  });

  test('a resumption after it is refused as well', () => {
    const story = started();
    story.must({ ...lost, occurredAt: at('08:50') });
    story.must({ ...seen, occurredAt: at('08:55') });
    expect(rulesOf(story, resumed)).toEqual(['before-the-end-screen']);
    expect(eventsOf(story, { ...resumed, occurredAt: at('08:54') })).toHaveLength(1);
  });
});
