import { describe, expect, test } from 'vitest';
import type { Story } from '../../src/adapters/testing/histories/story.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import {
  at,
  CODE,
  closed,
  concluded,
  eventsOf,
  expectFaults,
  faultsOf,
  issued,
  rulesOf,
  started,
  submitted,
  warningsOf,
  why,
} from './stages.ts';

const announce = { type: 'AnnounceRemainingTime', data: { remainingSeconds: 300, invitedToPass: false } } as const;

const close = { type: 'CloseSession', data: {} } as const;

const PERSON = { surname: 'TEVA', firstName: 'Maël', birthDate: '2003-02-28', birthPlace: 'Papeete' };

describe(PROCEDURE.announcement, () => {
  test('the remaining time is announced while the session runs', () => {
    const story = started();
    expect(eventsOf(story, announce)).toEqual([{ type: 'RemainingTimeAnnounced', data: announce.data }]);
    expect(story.draft.state.notes).toEqual(new Map([[8, null]]));
    expect(rulesOf(issued(), announce)).toEqual(['allowed-in-state']);
    expect(rulesOf(story, { ...announce, occurredAt: at('08:34') })).toEqual(['after-the-start']);
    expect(eventsOf(story, { ...announce, occurredAt: at('08:35') })).toHaveLength(1);
    expect(rulesOf(closed(), announce)).toEqual(['before-the-close']);
    expect(eventsOf(closed(), { ...announce, occurredAt: at('10:15') })).toHaveLength(1);
  });

  test('what remains is at most a day', () => {
    expectFaults(
      (remainingSeconds: unknown) => faultsOf('AnnounceRemainingTime', { remainingSeconds }),
      [
        [0],
        [86_400],
        [86_401, 'field-too-big at data.remainingSeconds'],
        [-1, 'field-too-small at data.remainingSeconds'],
      ],
    );
  });
});

describe(PROCEDURE.pass, () => {
  test('candidates are invited to pass unless it is said that they were not', () => {
    expect(eventsOf(started(), { type: 'AnnounceRemainingTime', data: { remainingSeconds: 300 } })).toEqual([
      { type: 'RemainingTimeAnnounced', data: { remainingSeconds: 300, invitedToPass: true } },
    ]);
  });
});

describe(PROCEDURE.closing, () => {
  test('nothing closes by itself, however late it is', () => {
    const story = started();
    story.now = at('23:00');
    story.must({ type: 'AddSessionComment', data: { text: 'Toujours ouverte' } });
    expect(story.draft.place.lifecycle).toBe('running');
    expect(story.draft.state.closedAt).toBeNull();
  });

  test('the examiner closes the session, once', () => {
    const story = started({ candidates: 1 });
    story.now = at('10:20');
    expect(eventsOf(story, close)).toEqual([{ type: 'SessionClosed', data: { stillRunning: [] } }]);
    expect(story.draft.state).toMatchObject({ closedAt: at('10:20'), lifecycleAt: at('10:20') });
    expect(story.draft.place.lifecycle).toBe('closed');
    expect(rulesOf(story, close)).toEqual(['allowed-in-state']);
    expect(rulesOf(issued(), close)).toEqual(['allowed-in-state']);
  });

  test('it is closed no earlier than it began', () => {
    expect(rulesOf(started(), { ...close, occurredAt: at('08:35') - 1 })).toEqual(['lifecycle-in-order']);
    expect(eventsOf(started(), { ...close, occurredAt: at('08:35') })).toHaveLength(1);
  });

  test('a deadline that still runs is named, and does not stand in the way', () => {
    const story = started({ candidates: 5 });
    story.must({ type: 'RecordEndScreen', data: { candidate: 1 } });
    story.must({ type: 'MarkLeft', data: { candidate: 2, cause: 'ownChoice' } });
    story.must({ type: 'MarkAbsent', data: { candidate: 3 } });
    story.must({ type: 'GrantExtraTime', data: { candidate: 5, extraTime: '1/3' } });
    story.now = at('10:19:59');
    expect(warningsOf(story, close)).toEqual([
      'deadline-still-running: Candidate 4 had 1 s left.',
      'deadline-still-running: Candidate 5 had 2101 s left.',
    ]);
    expect(story.events.at(-1)?.data).toEqual({
      stillRunning: [
        { candidate: 4, remainingSeconds: 1 },
        { candidate: 5, remainingSeconds: 2101 },
      ],
    });
  });

  test('what is left is counted when it was closed, not when that was noted', () => {
    const story = started({ candidates: 1 });
    story.now = at('12:00');
    expect(warningsOf(story, { ...close, occurredAt: at('10:19') })).toEqual([
      'deadline-still-running: Candidate 1 had 60 s left.',
    ]);
    const later = started({ candidates: 1 });
    later.now = at('12:00');
    expect(warningsOf(later, { ...close, occurredAt: at('10:20') })).toEqual([]);
  });

  const happened = (type: string, data: object) =>
    ({ type, data: { candidate: 1, ...data }, occurredAt: at('08:50') }) as unknown as Parameters<Story['must']>[0];

  test.each([
    ['MarkStarted', {}],
    ['RecordCertificationNumber', { certificationNumber: '7' }],
    ['RecordEndScreen', {}],
    ['MarkLeft', { cause: 'other' }],
    ['RecordInterruption', { cause: 'other' }],
  ] as const)('it is closed after %s', (type, data) => {
    const story = started({ candidates: 1 });
    story.must(happened(type, data));
    expect(why(story, { ...close, occurredAt: at('08:49') })).toEqual([
      'closed-last: The session cannot have been closed at 08:49:00 on 2019-05-14: event 6 happened later.',
    ]);
    expect(eventsOf(story, { ...close, occurredAt: at('08:50') })).toHaveLength(1);
  });

  test('it is closed after the last resumption, and every later event is named', () => {
    const story = started({ candidates: 2 });
    story.must(happened('MarkStarted', { candidate: 2 }));
    story.must(happened('RecordInterruption', { cause: 'other' }));
    story.must({ type: 'RecordResumption', data: { candidate: 1, accessCode: CODE }, occurredAt: at('08:55') });
    expect(story.refused({ ...close, occurredAt: at('08:54') })).toMatchObject([
      { values: { because: { value: [9] } } },
    ]);
    expect(story.refused({ ...close, occurredAt: at('08:50') })).toMatchObject([
      { values: { because: { value: [9] } } },
    ]);
    expect(story.refused({ ...close, occurredAt: at('08:40') })).toMatchObject([
      { values: { because: { value: [8, 9, 7] } } },
    ]);
    expect(eventsOf(story, { ...close, occurredAt: at('08:55') })).toHaveLength(1);
  });

  test('afterwards the record still takes what is typed in, and no candidate nor slot', () => {
    for (const story of [closed(), submitted(), concluded()]) {
      expect(rulesOf(story, { type: 'RegisterCandidate', data: { identity: PERSON } })).toEqual(['allowed-in-state']);
      expect(rulesOf(story, { type: 'RemoveExaminer', data: { id: 'lefevre', reason: 'Malade' } })).toEqual([
        'allowed-in-state',
      ]);
      expect(eventsOf(story, { type: 'VerifyExtraTime', data: { candidate: 1, extraTime: null } })).toHaveLength(1);
    }
  });
});
