import { describe, expect, test } from 'vitest';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { capOf } from '../../src/domain/state/session.ts';
import { HOARAU, planned, rulesOf, why } from './stages.ts';

const register = (n: number) => ({ type: 'RegisterCandidate', data: { identity: identityOf(n) } }) as const;

describe(PROCEDURE.cap, () => {
  test('the twentieth candidate is registered, the twenty-first is not', () => {
    const story = planned({ candidates: 19 });
    story.must(register(19));
    expect(story.draft.state.registered).toBe(20);
    expect(story.refused(register(20))).toEqual([
      {
        rule: 'room-for-one-more',
        sentence: 'cap',
        event: 'CandidateRegistered',
        lifecycle: 'planned',
        path: null,
        en: '20 candidates are registered; the examiners of this session take charge of 20 at most.',
        fr: '20 candidats sont inscrits ; les examinateurs de cette session en prennent en charge 20 au maximum.',
        values: { registered: { value: 20, personal: false }, cap: { value: 20, personal: false } },
      },
    ]);
  });

  test('a second examiner takes charge of twenty more', () => {
    const story = planned({ candidates: 20 });
    story.must({ type: 'AddExaminer', data: HOARAU });
    expect(capOf(story.draft.state)).toBe(40);
    for (let n = 20; n < 40; n++) story.must(register(n));
    expect(rulesOf(story, register(40))).toEqual(['room-for-one-more']);
  });

  test('a candidate who is withdrawn leaves room for another, on a line of their own', () => {
    const story = planned({ candidates: 20 });
    story.must({ type: 'WithdrawCandidate', data: { candidate: 7 } });
    story.must(register(20));
    expect(story.draft.state.registered).toBe(20);
    expect(story.draft.state.candidates.map(({ number }) => number)).toEqual(
      Array.from({ length: 21 }, (_, n) => n + 1),
    );
    expect(rulesOf(story, register(21))).toEqual(['room-for-one-more']);
  });

  test('an examiner leaves only as long as the others can take charge of everybody', () => {
    const remove = { type: 'RemoveExaminer', data: { id: 'hoarau', reason: 'Malade' } } as const;
    const story = planned({ candidates: 20 });
    story.must({ type: 'AddExaminer', data: HOARAU });
    story.must(register(20));
    expect(why(story, remove)).toEqual([
      'cap-still-holds: 21 candidates are registered; the examiners who remain take charge of 20 at most.',
    ]);
    story.must({ type: 'WithdrawCandidate', data: { candidate: 1 } });
    story.must(remove);
    expect(story.draft.state.examiners).toEqual(['lefevre']);
  });

  test('a centre may decide on fewer', () => {
    const story = planned({ candidates: 2, policy: { candidatesPerExaminer: 2 } });
    expect(why(story, register(2))).toEqual([
      'room-for-one-more: 2 candidates are registered; the examiners of this session take charge of 2 at most.',
    ]);
  });
});
