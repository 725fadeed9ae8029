import { describe, expect, test } from 'vitest';
import type { Story, Told } from '../../src/adapters/testing/histories/story.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { couldNotJoin, isAbsent, statusOf, testFacts, tookPart } from '../../src/domain/state/candidate.ts';
import { at, CODE, closed, eventsOf, faultsOf, issued, planned, rulesOf, started, why } from './stages.ts';

const statusIn = ({ draft: { state } }: Story, number = 1) => {
  const candidate = state.candidates[number - 1];
  return candidate === undefined ? null : statusOf(state, candidate);
};

const present = { type: 'MarkPresent', data: { candidate: 1 } } as const;
const absent = { type: 'MarkAbsent', data: { candidate: 1 } } as const;
const couldNot = { type: 'MarkCouldNotJoin', data: { candidate: 1, cause: 'device' } } as const;
const left = { type: 'MarkLeft', data: { candidate: 1, cause: 'ownChoice' } } as const;
const begun = { type: 'MarkStarted', data: { candidate: 1 } } as const;
const signed = { type: 'RecordSignature', data: { candidate: 1, signature: 'seen' } } as const;
const numbered = { type: 'RecordCertificationNumber', data: { candidate: 1, certificationNumber: '7' } } as const;
const seen = { type: 'RecordEndScreen', data: { candidate: 1 } } as const;
const notSeen = { type: 'ExplainMissingEndScreen', data: { candidate: 1, cause: 'timeRanOut' } } as const;
const lost = { type: 'RecordInterruption', data: { candidate: 1, cause: 'disconnection' } } as const;
const resumed = { type: 'RecordResumption', data: { candidate: 1, accessCode: CODE } } as const;

const having = (...commands: readonly Told[]): Story => {
  const story = started();
  for (const told of commands) {
    story.must(told);
    story.now += 1000;
  }
  return story;
};

describe(PROCEDURE.blankSheet, () => {
  test('who came, who did not, who could not join, who left and who began is noted', () => {
    const story = started();
    const detail = 'Écran noir';
    expect(eventsOf(story, present)).toEqual([{ type: 'CandidatePresent', data: { candidate: 1 } }]);
    expect(story.draft.state.candidates[0]?.present).toEqual({ at: at('09:00'), revision: 8 });
    expect(eventsOf(story, { ...absent, data: { candidate: 2 } })).toEqual([
      { type: 'CandidateAbsent', data: { candidate: 2 } },
    ]);
    expect(story.draft.state.candidates[1]?.absent).toEqual({ at: at('09:00'), revision: 9 });
    expect(eventsOf(story, { ...couldNot, data: { candidate: 3, cause: 'account', detail } })).toEqual([
      { type: 'CandidateCouldNotJoin', data: { candidate: 3, cause: 'account', detail } },
    ]);
    expect(story.draft.state.candidates[2]?.couldNotJoin).toEqual({ at: at('09:00'), revision: 10 });
    expect(eventsOf(story, begun)).toEqual([{ type: 'CandidateStarted', data: { candidate: 1 } }]);
    expect(story.draft.state.candidates[0]?.started).toEqual({ at: at('09:00'), revision: 11 });
    expect(eventsOf(story, left)).toEqual([
      { type: 'CandidateLeft', data: { candidate: 1, cause: 'ownChoice', detail: null } },
    ]);
    expect(story.draft.state.candidates[0]?.left).toEqual({ at: at('09:00'), revision: 12 });
  });

  test('presence and absence are noted from the code on, the rest from the start on', () => {
    for (const told of [present, absent]) {
      expect(rulesOf(planned(), told)).toEqual(['allowed-in-state']);
      expect(eventsOf(issued(), told)).toHaveLength(1);
    }
    for (const told of [couldNot, left, begun]) {
      expect(rulesOf(issued(), told)).toEqual(['allowed-in-state']);
      expect(eventsOf(started(), told)).toHaveLength(1);
    }
  });

  test('causes are known ones', () => {
    for (const cause of ['account', 'accessCode', 'device', 'network', 'other']) {
      expect(faultsOf('MarkCouldNotJoin', { candidate: 1, cause })).toEqual([]);
    }
    for (const cause of ['ownChoice', 'technicalProblem', 'excluded', 'other']) {
      expect(faultsOf('MarkLeft', { candidate: 1, cause })).toEqual([]);
    }
    expect(faultsOf('MarkCouldNotJoin', { candidate: 1, cause: 'excluded' })).toEqual([
      'field-invalid-value at data.cause',
    ]);
    expect(faultsOf('MarkLeft', { candidate: 1, cause: 'account' })).toEqual(['field-invalid-value at data.cause']);
    expect(faultsOf('MarkLeft', { candidate: 1, cause: 'other', detail: 'd'.repeat(1001) })).toEqual([
      'field-too-big at data.detail',
    ]);
  });

  test('nothing happens in the test to somebody who is absent', () => {
    const story = started();
    story.must(absent);
    for (const told of [couldNot, left, begun, numbered, seen, notSeen, lost]) {
      expect([told.type, why(story, told)]).toEqual([
        told.type,
        ['candidate-not-absent: Candidate 1 is noted absent: note that they came, or take the absence back.'],
      ]);
    }
    story.now += 1;
    story.must(present);
    story.must(begun);
  });

  test.each([
    ['who began', begun],
    ['who has a number', numbered],
    ['whose end screen was seen', seen],
    ['who left', left],
    ['who was interrupted', lost],
  ] as const)('somebody %s was not absent, and could join', (_, told) => {
    const story = having(told);
    const took = 'took-no-part: Candidate 1 took part in the test, as event 8 says.';
    expect(why(story, absent)).toEqual([took]);
    expect(why(story, couldNot)).toEqual([took]);
  });

  test('a refusal names every event that shows that somebody took part', () => {
    const story = having(begun, numbered, lost, resumed, lost, resumed, seen);
    expect(story.refused(absent)).toMatchObject([
      { values: { candidate: { value: 1 }, because: { value: [8, 9, 14, 10, 11, 12, 13] } } },
    ]);
    const [candidate] = story.draft.state.candidates;
    expect(candidate === undefined ? [] : testFacts(candidate)).toHaveLength(7);
  });

  test('presence, a signature, or an end screen that was not seen do not show that somebody took part', () => {
    expect(eventsOf(having(present), absent)).toHaveLength(1);
    expect(eventsOf(having(signed), absent)).toHaveLength(1);
    expect(eventsOf(having(notSeen), absent)).toHaveLength(1);
    expect(eventsOf(having(couldNot), couldNot)).toHaveLength(1);
  });

  test('nobody could fail to join after the close', () => {
    const story = started();
    story.must({ type: 'CloseSession', data: {} });
    story.now += 1;
    expect(why(story, couldNot)).toEqual([
      'before-the-close: It is said to have happened at 09:00:00.001 on 2019-05-14, after the session was closed (09:00:00 on 2019-05-14).',
    ]);
    expect(eventsOf(story, { ...couldNot, occurredAt: at('09:00') })).toHaveLength(1);
    expect(
      eventsOf(story, { ...couldNot, data: { candidate: 2, cause: 'other' }, occurredAt: at('08:00') }),
    ).toHaveLength(1);
  });

  test('the later note of presence or absence counts, of one instant the later entry', () => {
    const isAbsentAfter = (...commands: readonly Told[]) => {
      const story = started();
      for (const told of commands) story.must(told);
      const [candidate] = story.draft.state.candidates;
      return candidate !== undefined && isAbsent(candidate);
    };
    const early = { occurredAt: at('08:40') };
    expect(isAbsentAfter()).toBe(false);
    expect(isAbsentAfter(present)).toBe(false);
    expect(isAbsentAfter(absent)).toBe(true);
    expect(isAbsentAfter({ ...absent, ...early }, present)).toBe(false);
    expect(isAbsentAfter(present, { ...absent, ...early })).toBe(false);
    expect(isAbsentAfter({ ...present, ...early }, absent)).toBe(true);
    expect(isAbsentAfter(absent, { ...present, ...early })).toBe(true);
    expect(isAbsentAfter(present, absent)).toBe(true);
    expect(isAbsentAfter(absent, present)).toBe(false);
  });

  test('somebody who could not join did, once they began or have a number', () => {
    const joined = (...commands: readonly Told[]) => {
      const [candidate] = having(...commands).draft.state.candidates;
      return candidate !== undefined && !couldNotJoin(candidate);
    };
    expect(joined()).toBe(true);
    expect(joined(couldNot)).toBe(false);
    expect(joined(couldNot, present)).toBe(false);
    expect(joined(couldNot, begun)).toBe(true);
    expect(joined(couldNot, numbered)).toBe(true);
  });

  test('one entry taken back leaves the others', () => {
    const story = having(present, begun);
    story.must({ type: 'RetractEntry', data: { entry: 9, reason: 'Par erreur' } });
    const [candidate] = story.draft.state.candidates;
    expect(candidate).toMatchObject({ started: null, present: { revision: 8 } });
    expect(candidate !== undefined && tookPart(candidate)).toBe(false);
    expect(eventsOf(story, absent)).toHaveLength(1);
  });
});

describe('a candidate’s place in the session follows from what was noted', () => {
  test.each([
    ['registered', []],
    ['testing', [present]],
    ['testing', [signed]],
    ['testing', [begun]],
    ['testing', [numbered]],
    ['testing', [lost, resumed]],
    ['interrupted', [lost]],
    ['interrupted', [lost, resumed, lost]],
    ['present', [couldNot]],
    ['present', [present, couldNot]],
    ['testing', [couldNot, begun]],
    ['testing', [couldNot, numbered]],
    ['finished', [seen]],
    ['finished', [begun, lost, resumed, seen]],
    ['finished', [left, seen]],
    ['finished', [notSeen]],
    ['finished', [lost, notSeen]],
    ['left', [left]],
    ['left', [lost, left]],
    ['left', [notSeen, left]],
    ['absent', [absent]],
    ['absent', [notSeen, absent]],
    ['absent', [present, absent]],
    ['testing', [absent, present]],
  ] as const)('%s', (status, commands) => {
    expect(statusIn(having(...commands))).toBe(status);
  });

  test('before the start somebody is registered, present or absent', () => {
    const beforeTheStart = (...commands: readonly Told[]) => {
      const story = issued();
      for (const told of commands) story.must(told);
      return statusIn(story);
    };
    expect(beforeTheStart()).toBe('registered');
    expect(beforeTheStart(present)).toBe('present');
    expect(beforeTheStart(signed)).toBe('present');
    expect(beforeTheStart(absent)).toBe('absent');
  });

  test('withdrawn is withdrawn, even after an absence', () => {
    const story = issued();
    story.must(absent);
    story.must({ type: 'WithdrawCandidate', data: { candidate: 1 } });
    expect(statusIn(story)).toBe('withdrawn');
    expect(statusIn(story, 2)).toBe('registered');
  });

  test('everybody who finished stays so after the close', () => {
    const story = closed();
    expect([1, 2, 3].map((number) => statusIn(story, number))).toEqual(['finished', 'finished', 'finished']);
  });
});
