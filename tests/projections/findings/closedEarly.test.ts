import { describe, expect, test } from 'vitest';
import { found, frenchOf, revisionsOf } from './asked.ts';
import { held, type Otherwise, PLAN } from './held.ts';
import { nothing } from './injection.ts';

/** Everybody but the first is done at 9:30, and the session is closed at 9:40. */
const CLOSED_AT_TWENTY_TO_TEN: Otherwise = {
  announce: nothing,
  finish: ({ story, at }) => {
    story.now = at(60);
    for (const candidate of [2, 3]) story.must({ type: 'RecordEndScreen', data: { candidate } });
  },
  close: ({ story, at }) => {
    story.now = at(70);
    story.must({ type: 'CloseSession', data: {} });
  },
  after: ({ story, at }) => {
    story.now = at(150);
    story.must({ type: 'ExplainMissingEndScreen', data: { candidate: 1, cause: 'timeRanOut' } });
  },
};

describe('A session that was closed early', () => {
  const closedAfter = (told: NonNullable<Otherwise['close']>): Otherwise => ({
    ...CLOSED_AT_TWENTY_TO_TEN,
    close: (room, usual) => {
      told(room, usual);
      CLOSED_AT_TWENTY_TO_TEN.close?.(room, usual);
    },
    after: nothing,
  });

  test('says until when a candidate had time', () => {
    expect(frenchOf('closed-early', CLOSED_AT_TWENTY_TO_TEN)).toEqual([
      'Candidat n° 1 : session close à 09:40 alors qu’il restait 35 min (jusqu’à 10:15).',
    ]);
  });

  test('does not wrong a candidate who had left', () => {
    const left = closedAfter(({ story }) => {
      story.must({ type: 'MarkLeft', data: { candidate: 1, cause: 'ownChoice' } });
    });
    expect(frenchOf('closed-early', left)).toEqual([]);
  });

  test('does not wrong a candidate who was noted in time to be done, unless because the time ran out', () => {
    const explained = (cause: 'overlooked' | 'timeRanOut') =>
      closedAfter(({ story, at }) => {
        story.now = at(70);
        story.must({ type: 'ExplainMissingEndScreen', data: { candidate: 1, cause } });
      });
    expect(frenchOf('closed-early', explained('overlooked'))).toEqual([]);
    expect(frenchOf('closed-early', explained('timeRanOut'))).toHaveLength(1);
  });

  test('does not wrong a candidate whose end screen was typed in from paper later', () => {
    const onPaper: Otherwise = {
      ...CLOSED_AT_TWENTY_TO_TEN,
      after: ({ story, at }) => {
        story.now = at(150);
        story.must({ type: 'RecordEndScreen', data: { candidate: 1 }, occurredAt: at(65) });
      },
    };
    expect(frenchOf('closed-early', onPaper)).toEqual([]);
  });

  test('does not wrong a candidate who was absent', () => {
    const absent: Otherwise = {
      ...CLOSED_AT_TWENTY_TO_TEN,
      welcome: ({ story }) => {
        story.must({ type: 'MarkAbsent', data: { candidate: 1 } });
      },
      number: nothing,
      middle: nothing,
      after: ({ story }) => {
        for (const candidate of [2, 3]) {
          story.must({ type: 'ExplainMissingNumber', data: { candidate, cause: 'notRead' } });
        }
      },
    };
    expect(frenchOf('closed-early', absent)).toEqual([]);
    expect(frenchOf('extra-time-not-granted', absent)).toEqual([
      'Candidat n° 2 : durée totale, déclarée : 2 h 20 ; vérifiée : non ; accordée : non.',
    ]);
  });

  test('goes by a candidate’s own start where the policy says so', () => {
    const ownStart: Otherwise = {
      ...CLOSED_AT_TWENTY_TO_TEN,
      prepare: ({ story }, usual) => {
        usual();
        const [planned] = story.events;
        if (planned?.type !== 'SessionPlanned') throw new Error('the session was not planned first');
        story.draft.state.policy = { ...planned.data.policy, clock: 'candidateStart' };
        story.events[0] = { ...planned, data: { ...planned.data, policy: story.draft.state.policy } };
      },
      start: ({ story, at }, usual) => {
        usual();
        story.now = at(5);
        story.must({ type: 'MarkStarted', data: { candidate: 1 } });
      },
    };
    const { events } = held(PLAN, ownStart).story;
    const [finding] = found(events, 'closed-early');
    expect(finding?.fr).toBe('Candidat n° 1 : session close à 09:40 alors qu’il restait 40 min (jusqu’à 10:20).');
    expect(finding?.events).toEqual(
      ['CandidateRegistered', 'CandidateStarted', 'SessionClosed'].map(
        (type) => revisionsOf(events, [type as 'SessionClosed'], type === 'SessionClosed' ? null : 1)[0],
      ),
    );
  });
});
