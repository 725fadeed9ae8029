import { describe, expect, test } from 'vitest';
import { noticesOf } from '../../src/domain/notices.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { at, issued, started } from './stages.ts';

describe(PROCEDURE.announcement, () => {
  test('five minutes before a deadline the examiner is told, and once more when it is reached', () => {
    expect(noticesOf(started().draft.state)).toEqual([
      { kind: 'timeNearlyOver', at: at('10:15'), candidates: [1, 2, 3], remainingSeconds: 300 },
      { kind: 'timeOver', at: at('10:20'), candidates: [1, 2, 3], remainingSeconds: 0 },
    ]);
  });

  test('there is nothing to tell before the start and after the close', () => {
    expect(noticesOf(issued().draft.state)).toEqual([]);
    const story = started();
    story.must({ type: 'CloseSession', data: {} });
    expect(noticesOf(story.draft.state)).toEqual([]);
  });

  test('candidates with another deadline have notices of their own, in the order of time', () => {
    const story = started();
    story.must({ type: 'GrantAllowance', data: { candidates: [1], seconds: 120, cause: 'networkCut' } });
    story.must({ type: 'GrantExtraTime', data: { candidate: 2, extraTime: '1/3' } });
    expect(noticesOf(story.draft.state)).toEqual([
      { kind: 'timeNearlyOver', at: at('10:15'), candidates: [3], remainingSeconds: 300 },
      { kind: 'timeNearlyOver', at: at('10:17'), candidates: [1], remainingSeconds: 300 },
      { kind: 'timeOver', at: at('10:20'), candidates: [3], remainingSeconds: 0 },
      { kind: 'timeOver', at: at('10:22'), candidates: [1], remainingSeconds: 0 },
      { kind: 'timeNearlyOver', at: at('10:50'), candidates: [2], remainingSeconds: 300 },
      { kind: 'timeOver', at: at('10:55'), candidates: [2], remainingSeconds: 0 },
    ]);
  });

  test('at one instant, whose time is over comes first', () => {
    for (const later of [1, 2]) {
      const story = started({ candidates: 2 });
      story.must({ type: 'GrantAllowance', data: { candidates: [later], seconds: 300, cause: 'networkCut' } });
      expect(noticesOf(story.draft.state).map(({ kind, at: when, candidates }) => [kind, when, candidates])).toEqual([
        ['timeNearlyOver', at('10:15'), [3 - later]],
        ['timeOver', at('10:20'), [3 - later]],
        ['timeNearlyOver', at('10:20'), [later]],
        ['timeOver', at('10:25'), [later]],
      ]);
    }
  });

  test('who has finished or left is not told, who is interrupted is', () => {
    const story = started({ candidates: 4 });
    story.must({ type: 'RecordEndScreen', data: { candidate: 1 } });
    story.must({ type: 'MarkLeft', data: { candidate: 2, cause: 'ownChoice' } });
    story.must({ type: 'RecordInterruption', data: { candidate: 3, cause: 'other' } });
    expect(noticesOf(story.draft.state).map(({ candidates }) => candidates)).toEqual([
      [3, 4],
      [3, 4],
    ]);
  });

  test('a centre may do without the first notice', () => {
    expect(noticesOf(started({ candidates: 1, policy: { noticeSeconds: 0 } }).draft.state)).toEqual([
      { kind: 'timeOver', at: at('10:20'), candidates: [1], remainingSeconds: 0 },
    ]);
  });
});
