import { describe, expect, test } from 'vitest';
import type { Story } from '../../src/adapters/testing/histories/story.ts';
import { allowanceOf, deadlines } from '../../src/domain/deadlines.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { at, CODE, eventsOf, expectFaults, faultsOf, issued, rulesOf, type Setting, started, why } from './stages.ts';

const give = { type: 'GiveAccessCode', data: { accessCode: CODE } } as const;

/** When each candidate's time is over, by their numbers. */
const ends = ({ draft }: Story): Readonly<Record<number, number>> =>
  Object.fromEntries(deadlines(draft.state, 0).map(({ candidate, endsAt }) => [candidate, endsAt]));

describe(PROCEDURE.longerSession, () => {
  const grant = (candidates: 'all' | number[], seconds = 600) =>
    ({ type: 'GrantAllowance', data: { candidates, seconds, cause: 'fireAlarm' } }) as const;

  const with2 = (setting?: Setting) => started({ candidates: 2, ...setting });

  test('time is given back to all, or to some', () => {
    const story = with2();
    expect(
      eventsOf(story, { type: 'GrantAllowance', data: { seconds: 300, cause: 'powerCut', detail: 'Étage 2' } }),
    ).toEqual([
      { type: 'AllowanceGranted', data: { candidates: 'all', seconds: 300, cause: 'powerCut', detail: 'Étage 2' } },
    ]);
    expect(ends(story)).toEqual({ 1: at('10:25'), 2: at('10:25') });
    expect(eventsOf(story, grant([2]))).toEqual([
      { type: 'AllowanceGranted', data: { candidates: [2], seconds: 600, cause: 'fireAlarm', detail: null } },
    ]);
    expect(ends(story)).toEqual({ 1: at('10:25'), 2: at('10:35') });
    expect([allowanceOf(story.draft.state, 1), allowanceOf(story.draft.state, 2)]).toEqual([300, 900]);
    expect(story.draft.state.allowances).toEqual([
      { revision: 7, seconds: 300, candidates: 'all' },
      { revision: 8, seconds: 600, candidates: [2] },
    ]);
  });

  test('time that was given back by mistake is taken back', () => {
    const story = with2();
    story.must(grant('all'));
    story.must(grant([1], 60));
    story.must({ type: 'RetractEntry', data: { entry: 7, reason: 'Fausse alerte' } });
    expect(ends(story)).toEqual({ 1: at('10:21'), 2: at('10:20') });
  });

  test('only candidates on the sheet get time back', () => {
    const story = issued({ candidates: 3 });
    story.must({ type: 'WithdrawCandidate', data: { candidate: 2 } });
    story.must(give);
    expect(why(story, grant([1, 2, 3, 4]))).toEqual([
      'all-registered: Candidates 2, 4 are not registered in this session.',
    ]);
    expect(eventsOf(story, grant([1, 3]))).toHaveLength(1);
    expect(eventsOf(story, grant('all'))).toHaveLength(1);
  });

  test('it happened in the test, between the code and the close', () => {
    const story = with2();
    expect(why(story, { ...grant('all'), occurredAt: at('08:35') - 1 })).toEqual([
      'after-the-start: It is said to have happened at 08:34:59.999 on 2019-05-14, before the access code was given (08:35:00 on 2019-05-14).',
    ]);
    expect(eventsOf(story, { ...grant('all'), occurredAt: at('08:35') })).toHaveLength(1);
    story.must({ type: 'CloseSession', data: {} });
    story.now += 1;
    expect(rulesOf(story, grant('all'))).toEqual(['before-the-close']);
    expect(eventsOf(story, { ...grant('all'), occurredAt: at('09:00') })).toHaveLength(1);
    expect(rulesOf(issued(), grant('all'))).toEqual(['allowed-in-state']);
  });

  test('a second to a day is given back, to some candidates or all, for a known cause', () => {
    expectFaults(
      (data: object) => faultsOf('GrantAllowance', { seconds: 60, cause: 'other', ...data }),
      [
        [{ seconds: 0 }, 'field-too-small at data.seconds'],
        [{ seconds: 1 }],
        [{ seconds: 86_400 }],
        [{ seconds: 86_401 }, 'field-too-big at data.seconds'],
        [{ candidates: [] }, 'field-too-small at data.candidates'],
        [{ candidates: [1] }],
        [{ candidates: [0] }, 'field-too-small at data.candidates.0'],
        [{ candidates: 'some' }, 'field-invalid-union at data.candidates'],
        [{ cause: 'networkCut' }],
        [{ cause: 'powerCut' }],
        [{ cause: 'lunch' }, 'field-invalid-value at data.cause'],
      ],
    );
  });
});
