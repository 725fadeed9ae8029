import { describe, expect, test } from 'vitest';
import { Story } from '../../src/adapters/testing/histories/story.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { PROCEDURE_POLICY } from '../../src/domain/values/policy.ts';
import {
  at,
  ESTABLISHMENT,
  eventsOf,
  expectFaults,
  faultsOf,
  HOARAU,
  issued,
  LEFEVRE,
  planned,
  readOf,
  rulesOf,
  SLOT,
  started,
  why,
} from './stages.ts';

const APRIL = Date.parse('2019-04-30T10:00:00+02:00');

const plan = (slot: object = {}, data: object = {}) => ({
  establishment: ESTABLISHMENT,
  slot: { ...SLOT, ...slot },
  examiners: [LEFEVRE],
  ...data,
});

describe(PROCEDURE.navette, () => {
  test('a session is planned with its establishment, slot, policy, rulebook and examiners', () => {
    const story = new Story('s-1', APRIL);
    const data = { ...plan(), examiners: [LEFEVRE, HOARAU] };
    const slot = { ...SLOT, zone: 'Europe/Paris', startsAt: at('08:30'), endsAt: at('10:30') };
    const first = { session: 's-1', establishment: ESTABLISHMENT, slot, policy: PROCEDURE_POLICY, rulebook: 1 };
    expect(eventsOf(story, { type: 'PlanSession', data })).toEqual([
      { type: 'SessionPlanned', data: first },
      { type: 'ExaminerAdded', data: { examiner: 'lefevre', name: LEFEVRE.name } },
      { type: 'ExaminerAdded', data: { examiner: 'hoarau', name: HOARAU.name } },
    ]);
    expect(story.events.map(({ revision, occurredAt, recordedAt }) => [revision, occurredAt, recordedAt])).toEqual([
      [1, APRIL, APRIL],
      [2, APRIL, APRIL],
      [3, APRIL, APRIL],
    ]);
    const { session, policy, rulebook, examiners, lifecycleAt, recordedAt, revision } = story.draft.state;
    expect({ session, policy, rulebook, examiners, lifecycleAt, recordedAt, revision, slot }).toEqual({
      session: 's-1',
      policy: PROCEDURE_POLICY,
      rulebook: 1,
      examiners: ['lefevre', 'hoarau'],
      lifecycleAt: APRIL,
      recordedAt: APRIL,
      revision: 3,
      slot: story.draft.state.slot,
    });
  });

  test('a session is not planned twice', () => {
    expect(why(planned(), { type: 'PlanSession', data: plan() })).toEqual([
      'allowed-in-state: In the state planned this cannot be recorded; it can in unplanned.',
      'examiner-new: lefevre is an examiner of this session already.',
    ]);
  });

  test('nothing is recorded of a session that was not planned', () => {
    const told = { type: 'AddExaminer', data: HOARAU } as const;
    expect(why(new Story('s-1', APRIL), told)).toEqual([
      'allowed-in-state: In the state unplanned this cannot be recorded; it can in planned, codesIssued, running.',
    ]);
  });

  test('one to fifty examiners are named when it is planned', () => {
    const examiners = Array.from({ length: 51 }, (_, n) => ({ ...LEFEVRE, id: `e${n}` }));
    expect(faultsOf('PlanSession', { ...plan(), examiners: [] })).toEqual(['field-too-small at data.examiners']);
    expect(faultsOf('PlanSession', { ...plan(), examiners })).toEqual(['field-too-big at data.examiners']);
    expect(faultsOf('PlanSession', { ...plan(), examiners: examiners.slice(1) })).toEqual([]);
  });

  test('what the policy does not say is as the procedure says', () => {
    expect(readOf('PlanSession', plan())).toMatchObject({ policy: PROCEDURE_POLICY });
    expect(readOf('PlanSession', plan({}, { policy: { candidatesPerExaminer: 12 } }))).toMatchObject({
      policy: { ...PROCEDURE_POLICY, candidatesPerExaminer: 12 },
    });
    expect(PROCEDURE_POLICY).toEqual({
      candidatesPerExaminer: 20,
      durationSeconds: 6300,
      noticeSeconds: 300,
      clock: 'accessCodeGiven',
      copyToSign: ['surname', 'firstName', 'birthDate', 'birthPlace', 'identifier', 'signature'],
      examinersCopy: [
        'surname',
        'firstName',
        'birthDate',
        'birthPlace',
        'email',
        'identifier',
        'extraTime',
        'signature',
        'certificationNumber',
        'endScreen',
        'comments',
      ],
    });
  });

  test('the numbers and columns of a policy have limits', () => {
    expectFaults(
      (policy: object) => faultsOf('PlanSession', plan({}, { policy })),
      [
        [{ candidatesPerExaminer: 0 }, 'field-too-small at data.policy.candidatesPerExaminer'],
        [{ candidatesPerExaminer: 1 }],
        [{ candidatesPerExaminer: 200 }],
        [{ candidatesPerExaminer: 201 }, 'field-too-big at data.policy.candidatesPerExaminer'],
        [{ durationSeconds: 59 }, 'field-too-small at data.policy.durationSeconds'],
        [{ durationSeconds: 60 }],
        [{ durationSeconds: 86_400 }],
        [{ durationSeconds: 86_401 }, 'field-too-big at data.policy.durationSeconds'],
        [{ noticeSeconds: -1 }, 'field-too-small at data.policy.noticeSeconds'],
        [{ noticeSeconds: 0 }],
        [{ noticeSeconds: 7200 }],
        [{ noticeSeconds: 7201 }, 'field-too-big at data.policy.noticeSeconds'],
        [{ clock: 'candidateStart' }],
        [{ clock: 'examinerStart' }, 'field-invalid-value at data.policy.clock'],
        [{ copyToSign: ['surname'] }],
        [{ copyToSign: ['shoeSize'] }, 'field-invalid-value at data.policy.copyToSign.0'],
        [{ copyToSign: Array(21).fill('surname') }, 'field-too-big at data.policy.copyToSign'],
        [{ examinersCopy: Array(20).fill('comments') }],
        [{ examinersCopy: Array(21).fill('comments') }, 'field-too-big at data.policy.examinersCopy'],
        [{ breaks: 1 }, 'field-unrecognized-keys at data.policy'],
      ],
    );
  });

  test('a session is cancelled before the start, and not after it', () => {
    const told = { type: 'CancelSession', data: { reason: 'Grève des transports' } } as const;
    for (const story of [planned(), issued()]) {
      story.now += 5;
      expect(eventsOf(story, told)).toEqual([{ type: 'SessionCancelled', data: told.data }]);
      expect(story.draft.place.lifecycle).toBe('cancelled');
      expect(story.draft.state.lifecycleAt).toBe(story.now);
    }
    expect(why(started(), told)).toEqual([
      'allowed-in-state: In the state running this cannot be recorded; it can in planned, codesIssued.',
    ]);
  });

  test('a session is cancelled no earlier than the step before it', () => {
    const data = { reason: 'Grève des transports' };
    expect(rulesOf(planned(), { type: 'CancelSession', data, occurredAt: APRIL - 1 })).toEqual(['lifecycle-in-order']);
    expect(why(issued(), { type: 'CancelSession', data, occurredAt: at('08:00') - 1 })).toEqual([
      'lifecycle-in-order: This step is said to have happened at 07:59:59.999 on 2019-05-14, before the step that precedes it (08:00:00 on 2019-05-14).',
    ]);
  });

  test('a cancelled session still takes documents, comments, and entries taken back', () => {
    const story = planned();
    story.must({ type: 'CancelSession', data: { reason: 'Grève des transports' } });
    const [comment] = eventsOf(story, { type: 'AddSessionComment', data: { text: 'Reportée en juin' } });
    expect(comment).toEqual({ type: 'SessionCommentAdded', data: { text: 'Reportée en juin' } });
    story.must({ type: 'RetractEntry', data: { entry: story.draft.state.revision, reason: 'En mai' } });
    expect(story.draft.state.notes).toEqual(new Map());
    expect(rulesOf(story, { type: 'IssueAccessCode', data: { accessCode: 'BCDF23' } })).toEqual(['allowed-in-state']);
  });
});

describe(PROCEDURE.establishment, () => {
  test('each particular of an establishment has its shape', () => {
    expectFaults(
      (particulars: object) =>
        faultsOf('PlanSession', { ...plan(), establishment: { ...ESTABLISHMENT, ...particulars } }),
      [
        [{ postalCode: '76300' }],
        [{ postalCode: '7630' }, 'postal-code-five-digits at data.establishment.postalCode'],
        [{ postalCode: '763000' }, 'postal-code-five-digits at data.establishment.postalCode'],
        [{ postalCode: '2A004' }, 'postal-code-five-digits at data.establishment.postalCode'],
        [{ name: '' }, 'field-too-small at data.establishment.name'],
        [{ name: 'n'.repeat(200), address: 'a'.repeat(300), city: 'c'.repeat(100) }],
        [
          { name: 'n'.repeat(201), address: 'a'.repeat(301), city: 'c'.repeat(101) },
          'field-too-big at data.establishment.name',
          'field-too-big at data.establishment.address',
          'field-too-big at data.establishment.city',
        ],
        [{ country: 'France' }, 'field-unrecognized-keys at data.establishment'],
      ],
    );
  });

  test('its particulars are put right, and the slot stays', () => {
    const story = planned();
    const before = story.draft.state.slot;
    const establishment = { ...ESTABLISHMENT, name: 'Lycée Val de Seine' };
    const data = { establishment, reason: 'Nouveau nom' };
    expect(eventsOf(story, { type: 'ReplanSession', data })).toEqual([
      { type: 'SessionReplanned', data: { establishment, slot: null, reason: 'Nouveau nom' } },
    ]);
    expect(story.draft.state.slot).toEqual(before);
  });
});
