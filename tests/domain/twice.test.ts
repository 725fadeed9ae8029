import { describe, expect, test } from 'vitest';
import type { Story } from '../../src/adapters/testing/histories/story.ts';
import type { EventData, EventType, Fact } from '../../src/domain/events/catalogue.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { isOnRecord } from '../../src/domain/state/persons.ts';
import { capOf } from '../../src/domain/state/session.ts';
import { LEFEVRE, planned, started } from './stages.ts';

/** A fact as somebody might have put it into the record by hand. */
const put = <T extends EventType>(type: T, data: EventData<T>) => ({ type, data });

/** What a checked replay finds after facts that nobody judged. */
function replayedWith(story: Story, ...facts: readonly ReturnType<typeof put>[]) {
  const { now, draft } = story;
  const first = draft.state.revision + 1;
  const put = facts.map((fact, n) => ({ ...fact, occurredAt: now, recordedAt: now, revision: first + n }) as Fact);
  const { state, breaches } = checkedReplay([...story.events, ...put]);
  const found = breaches.map(({ revision, refusals }) => [revision - first, ...refusals.map(({ rule }) => rule)]);
  return { state, found };
}

describe('what a record says twice, against the rules, counts once', () => {
  test('one examiner has no room for forty candidates', () => {
    const { state, found } = replayedWith(
      planned(),
      put('ExaminerAdded', { examiner: LEFEVRE.id, name: LEFEVRE.name }),
    );
    expect(found).toEqual([[0, 'examiner-new']]);
    expect([state.examiners, capOf(state)]).toEqual([[LEFEVRE.id], 20]);
  });

  test('an examiner is not the last one’s only colleague', () => {
    const { found } = replayedWith(
      planned(),
      put('ExaminerAdded', { examiner: LEFEVRE.id, name: LEFEVRE.name }),
      put('ExaminerRemoved', { examiner: LEFEVRE.id, reason: 'Malade' }),
    );
    expect(found).toEqual([
      [0, 'examiner-new'],
      [1, 'one-examiner-remains', 'cap-still-holds'],
    ]);
  });

  test('a candidate taken off the sheet twice makes room for one', () => {
    const withdrawn = put('CandidateWithdrawn', { candidate: 2, reason: null });
    const { state, found } = replayedWith(planned({ candidates: 20 }), withdrawn, withdrawn);
    expect(found).toEqual([[1, 'candidate-registered']]);
    expect(state.registered).toBe(19);
  });

  test('a number that two have stays with one of them when the other gets another', () => {
    const story = started();
    story.must({ type: 'RecordCertificationNumber', data: { candidate: 1, certificationNumber: '7' } });
    const numbered = (candidate: number) => put('CertificationNumberRecorded', { candidate, certificationNumber: '7' });
    const first = story.draft.state.revision;
    const corrected = put('CertificationNumberCorrected', {
      candidate: 1,
      certificationNumber: '8',
      corrects: first,
      reason: 'Mal lu',
    });
    const { state, found } = replayedWith(story, numbered(2), corrected, numbered(3));
    expect(found).toEqual([
      [0, 'number-stands-once'],
      [2, 'number-stands-once'],
    ]);
    expect(state.numbers).toEqual(
      new Map([
        ['7', 2],
        ['8', 1],
      ]),
    );
  });

  test('whoever stands on the wrong line is on the record by the number that it gives them', () => {
    const { data } = planned().events.find(({ type }) => type === 'CandidateRegistered') as Fact<'CandidateRegistered'>;
    const { state } = replayedWith(planned({ candidates: 1 }), put('CandidateRegistered', { ...data, candidate: 9 }));
    expect([1, 2, 9].map((number) => isOnRecord(state, `candidate-${number}`))).toEqual([true, false, true]);
  });
});
