import { describe, expect, test } from 'vitest';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { eventsOf, expectFaults, faultsOf, HOARAU, LEFEVRE, planned, started, why } from './stages.ts';

describe(PROCEDURE.examiner, () => {
  test('a further examiner is named until the close', () => {
    const story = started();
    expect(eventsOf(story, { type: 'AddExaminer', data: HOARAU })).toEqual([
      { type: 'ExaminerAdded', data: { examiner: 'hoarau', name: HOARAU.name } },
    ]);
    expect(story.draft.state.examiners).toEqual(['lefevre', 'hoarau']);
    story.must({ type: 'CloseSession', data: {} });
    expect(why(story, { type: 'AddExaminer', data: { ...HOARAU, id: 'teva' } })).toEqual([
      'allowed-in-state: In the state closed this cannot be recorded; it can in planned, codesIssued, running.',
    ]);
  });

  test('nobody is an examiner twice', () => {
    const story = planned();
    expect(story.refused({ type: 'AddExaminer', data: LEFEVRE })).toEqual([
      {
        rule: 'examiner-new',
        sentence: 'examiner',
        event: 'ExaminerAdded',
        lifecycle: 'planned',
        path: null,
        en: 'lefevre is an examiner of this session already.',
        fr: 'lefevre est déjà examinateur de cette session.',
        values: { examiner: { value: 'lefevre', personal: true } },
      },
    ]);
  });

  test('an examiner is removed while another remains', () => {
    const story = planned();
    const remove = { type: 'RemoveExaminer', data: { id: 'lefevre', reason: 'Malade' } } as const;
    expect(why(story, remove)).toEqual([
      'one-examiner-remains: A session needs an examiner: name another before this one is removed.',
      'cap-still-holds: 3 candidates are registered; the examiners who remain take charge of 0 at most.',
    ]);
    story.must({ type: 'AddExaminer', data: HOARAU });
    expect(eventsOf(story, remove)).toEqual([
      { type: 'ExaminerRemoved', data: { examiner: 'lefevre', reason: 'Malade' } },
    ]);
    expect(story.draft.state.examiners).toEqual(['hoarau']);
  });

  test('only an examiner of the session is removed', () => {
    const story = planned();
    story.must({ type: 'AddExaminer', data: HOARAU });
    const [refusal, ...others] = story.refused({ type: 'RemoveExaminer', data: { id: 'teva', reason: 'Malade' } });
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({
      rule: 'examiner-known',
      en: 'teva is not an examiner of this session.',
      values: { examiner: { value: 'teva', personal: true } },
    });
  });

  test('an examiner’s identity is short, and starts with a letter or a digit', () => {
    expectFaults(
      (id: string) => faultsOf('AddExaminer', { ...LEFEVRE, id }),
      [
        ['lefevre'],
        ['anne.lefevre@lycee.example'],
        ["o'neill_+:-9"],
        ['É'],
        ['9'.repeat(100)],
        ['9'.repeat(101), 'examiner-identity at data.id'],
        ['', 'examiner-identity at data.id'],
        ['-lefevre', 'examiner-identity at data.id'],
        ['anne lefevre', 'examiner-identity at data.id'],
      ],
    );
  });

  test('an examiner has a surname and a first name of at most 100 characters', () => {
    const named = (surname: string, firstName: string) => ({ ...LEFEVRE, name: { surname, firstName } });
    expect(faultsOf('AddExaminer', named('n'.repeat(100), 'p'.repeat(100)))).toEqual([]);
    expect(faultsOf('AddExaminer', named('n'.repeat(101), 'p'.repeat(101)))).toEqual([
      'field-too-big at data.name.surname',
      'field-too-big at data.name.firstName',
    ]);
    expect(faultsOf('AddExaminer', { ...LEFEVRE, name: {} })).toEqual([
      'field-missing at data.name.surname',
      'field-missing at data.name.firstName',
    ]);
  });
});
