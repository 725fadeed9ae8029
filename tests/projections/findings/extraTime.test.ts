import { describe, expect, test } from 'vitest';
import { found, frenchOf } from './asked.ts';
import { held, type Otherwise, PLAN } from './held.ts';

describe('Extra time', () => {
  test('that was verified and not granted is cut short', () => {
    const otherwise: Otherwise = {
      welcome: ({ story }, usual) => {
        usual();
        story.must({ type: 'VerifyExtraTime', data: { candidate: 1, extraTime: '1/3' } });
      },
    };
    expect(frenchOf('extra-time-cut-short', otherwise)).toEqual([
      'Candidat n° 1 : 1 h 45 comptées en tout, 2 h 20 vérifiées.',
    ]);
  });

  test('of which less was granted than declared, with nothing verified, is cut short', () => {
    const otherwise: Otherwise = {
      start: ({ story }, usual) => {
        usual();
        story.must({ type: 'CorrectExtraTime', data: { candidate: 1, extraTime: '1/3', reason: 'Notification' } });
        story.must({ type: 'GrantExtraTime', data: { candidate: 1, extraTime: null } });
      },
    };
    expect(frenchOf('extra-time-cut-short', otherwise)).toEqual([
      'Candidat n° 1 : 1 h 45 comptées en tout, 2 h 20 déclarées.',
    ]);
    expect(frenchOf('extra-time-not-granted', otherwise)).toEqual([]);
  });

  test('that was granted as it was verified, and more than declared, is in order', () => {
    const otherwise: Otherwise = {
      welcome: ({ story }, usual) => {
        usual();
        story.must({ type: 'VerifyExtraTime', data: { candidate: 1, extraTime: '1/3' } });
        story.must({ type: 'GrantExtraTime', data: { candidate: 1, extraTime: '1/3' } });
      },
    };
    expect(found(held(PLAN, otherwise).story.events).map(({ rule }) => rule)).toEqual([]);
  });
});
