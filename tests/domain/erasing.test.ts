import { describe, expect, test } from 'vitest';
import type { Told } from '../../src/adapters/testing/histories/story.ts';
import { asErased, withoutPersons } from '../../src/domain/erasure.ts';
import { checkedReplay, replay } from '../../src/domain/machine/replay.ts';
import { personsOf } from '../../src/domain/state/persons.ts';
import type { Person } from '../../src/domain/values/person.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import {
  closed,
  concluded,
  eventsOf,
  expectFaults,
  faultsOf,
  HOARAU,
  issued,
  LEFEVRE,
  planned,
  resultsOf,
  rulesOf,
  SUBMIT,
  started,
  submitted,
  warningsOf,
  why,
} from './stages.ts';

const reason = 'Demande de l’élève du 3 juin';

const erase = (person: Person): Told => ({ type: 'ErasePerson', data: { person, reason } });

describe('a person is erased from a session', () => {
  test('once it is closed or cancelled, and not while its record is needed to hold it', () => {
    for (const story of [planned(), issued(), started()]) {
      expect(rulesOf(story, erase('candidate-1'))).toEqual(['allowed-in-state']);
    }
    const cancelled = planned();
    cancelled.must({ type: 'CancelSession', data: { reason: 'Grève' } });
    const returned = submitted();
    returned.must({ type: 'ReturnSheet', data: { reason: 'Illisible' } });
    for (const story of [closed(), submitted(), returned, concluded(), cancelled]) {
      const before = story.draft.place.lifecycle;
      expect(eventsOf(story, erase('candidate-1'))).toEqual([
        { type: 'PersonErased', data: { person: 'candidate-1', reason } },
      ]);
      expect(story.draft.place.lifecycle).toBe(before);
    }
  });

  test('who is on its record: candidates taken off the sheet and former examiners too, and the session itself', () => {
    const story = planned();
    story.must({ type: 'AddExaminer', data: HOARAU });
    story.must({ type: 'RemoveExaminer', data: { id: LEFEVRE.id, reason: 'Malade' } });
    story.must({ type: 'WithdrawCandidate', data: { candidate: 2 } });
    story.must({ type: 'CancelSession', data: { reason: 'Grève' } });
    const persons = ['candidate-1', 'candidate-2', 'candidate-3', 'examiner-hoarau', 'examiner-lefevre', 'session'];
    expect(personsOf(story.draft.state)).toEqual(persons);
    expect(why(story, erase('candidate-4'))).toEqual([
      'person-on-record: The record of this session knows no candidate-4.',
    ]);
    expect(rulesOf(story, erase('examiner-teva'))).toEqual(['person-on-record']);
    for (const person of personsOf(story.draft.state)) story.must(erase(person));
    expect(story.draft.state.erased).toEqual(persons);
  });

  test('named once where somebody was an examiner, left, and came back', () => {
    const story = planned();
    story.must({ type: 'AddExaminer', data: HOARAU });
    story.must({ type: 'RemoveExaminer', data: { id: LEFEVRE.id, reason: 'Malade' } });
    story.must({ type: 'AddExaminer', data: LEFEVRE });
    expect(personsOf(story.draft.state).filter((person) => person.startsWith('examiner'))).toEqual([
      'examiner-hoarau',
      'examiner-lefevre',
    ]);
  });

  test('and only once', () => {
    const story = closed();
    story.must(erase('examiner-lefevre'));
    const [refusal] = story.refused(erase('examiner-lefevre'));
    expect(refusal).toMatchObject({
      rule: 'person-not-erased',
      fr: 'Les données personnelles de examiner-lefevre ont déjà été effacées de cette session.',
      values: { person: { value: 'examiner-lefevre', personal: true } },
    });
    expect(story.refused(erase('candidate-9'))[0]?.values).toEqual({
      person: { value: 'candidate-9', personal: false },
    });
  });

  test('by the name under which their key is kept', () => {
    const fault = 'person-shape at data.person';
    expectFaults(
      (person: unknown) => faultsOf('ErasePerson', { person, reason }),
      [
        ['candidate-1'],
        ['candidate-10000'],
        ['examiner-a.ndiaye@ac-rouen.fr'],
        ['session'],
        ['candidate-0', fault],
        ['candidate-01', fault],
        ['candidate-', fault],
        ['candidate 1', fault],
        ['examiner-', fault],
        ['examiner-\ud800', fault],
        ['examiner-anne sophie', fault],
        ['SESSION', fault],
        [3, fault],
        [{ kind: 'session' }, fault],
      ],
    );
    expect(faultsOf('ErasePerson', { person: 'session' })).toEqual(['field-missing at data.reason']);
  });
});

describe('after a person was erased', () => {
  test('the session has forgotten their name, and nothing else', () => {
    const story = concluded();
    const before = structuredClone(story.draft.state);
    story.must(erase('candidate-2'));
    const { revision } = before;
    const candidates = before.candidates.map((one) => (one.number === 2 ? { ...one, identity: ERASED } : one));
    const after = { ...before, candidates, erased: ['candidate-2'], revision: revision + 1, recordedAt: story.now };
    expect(story.draft.state).toEqual(after);
    expect(replay(asErased(story.events)).state).toEqual(after);
    expect(checkedReplay(story.events).breaches).toEqual([]);
  });

  test('nothing personal is taken in of them any more, and the answer says so', () => {
    const story = closed();
    story.must(erase('candidate-1'));
    const comment = (candidate: number): Told => ({ type: 'AddComment', data: { candidate, text: 'A triché' } });
    expect(warningsOf(story, comment(1))).toEqual([
      'person-erased: The personal data of candidate-1 were erased from this session: nothing personal was kept of this.',
    ]);
    expect(warningsOf(story, comment(2))).toEqual([]);
    expect(story.events.slice(-2).map(({ data }) => data)).toEqual([
      { candidate: 1, text: ERASED },
      { candidate: 2, text: 'A triché' },
    ]);
  });

  test('what holds nothing personal is recorded without a word', () => {
    const story = closed();
    story.must(erase('candidate-1'));
    expect(warningsOf(story, { type: 'RecordSignature', data: { candidate: 1, signature: 'seen' } })).toEqual([]);
    expect(warningsOf(story, { type: 'MarkPresent', data: { candidate: 1 } })).toEqual([]);
    expect(story.events.slice(-2).map(({ data }) => data)).toEqual([
      { candidate: 1, signature: 'seen', detail: ERASED },
      { candidate: 1 },
    ]);
  });

  test('their number still has its result, and so have the others', () => {
    const story = submitted();
    story.must(erase('candidate-2'));
    story.must(erase('session'));
    const told = resultsOf(story);
    const results = told.type === 'SendResults' ? told.data.results.map((one) => ({ ...one, score: 512 })) : [];
    const sent = { ...told, data: { ...told.data, results } } as Told;
    expect(warningsOf(story, sent).map((text) => text.slice(0, text.indexOf(' were')))).toEqual([
      'person-erased: The personal data of session',
      'person-erased: The personal data of candidate-2',
    ]);
    const given = story.events.flatMap(({ type, data }) => (type === 'ResultRecorded' ? [data] : []));
    expect(given.map(({ certificationNumber, obtained, score }) => [certificationNumber, obtained, score])).toEqual([
      ['1001', true, 512],
      ['1002', true, ERASED],
      ['1003', true, 512],
    ]);
    expect(story.draft.place.lifecycle).toBe('resultsSent');
  });

  test('the documents of a session whose texts were erased travel without sender and recipient', () => {
    const story = closed();
    story.must(erase('session'));
    expect(warningsOf(story, SUBMIT)).toHaveLength(1);
    const [document] = story.events.filter(({ type }) => type === 'DocumentRecorded');
    expect(document?.data).toMatchObject({ kind: 'digitalSheet', sender: ERASED, recipient: ERASED });
  });
});

describe('an event without what is personal of somebody', () => {
  test('is the same where it is about somebody else, or about nobody', () => {
    const { events } = concluded();
    for (const event of events) expect(withoutPersons(event, ['candidate-9', 'examiner-teva'])).toBe(event);
  });

  test('is asked of a whole history only where somebody was erased', () => {
    const { events } = concluded();
    expect(asErased(events)).toBe(events);
  });
});
