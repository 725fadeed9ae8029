import { describe, expect, test } from 'vitest';
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
  planned,
  readOf,
  rulesOf,
  started,
  submitted,
  why,
} from './stages.ts';

const signal = { type: 'SignalProblem', data: { candidate: 1, question: 18, examinerAdvised: true } } as const;

const problem = (over: object) => faultsOf('SignalProblem', { ...signal.data, ...over });

const fraud = { type: 'ReportFraud', data: { candidate: 1, facts: 'Téléphone sur les genoux.' } } as const;

describe(PROCEDURE.problem, () => {
  test('a problem is noted after the examiner gave advice', () => {
    const story = started();
    expect(why(story, { ...signal, data: { ...signal.data, examinerAdvised: false } })).toEqual([
      'examiner-advised: A problem is signalled after the examiner gave advice.',
    ]);
    expect(eventsOf(story, signal)).toEqual([
      { type: 'ProblemSignalled', data: { ...signal.data, category: null, wording: null } },
    ]);
    expect(story.draft.state.notes).toEqual(new Map([[8, 1]]));
    expect(rulesOf(issued(), signal)).toEqual(['allowed-in-state']);
  });

  test('it was signalled in Pix, so between the code and the close', () => {
    const story = closed({ candidates: 1 });
    expect(rulesOf(story, { ...signal, occurredAt: at('08:34') })).toEqual(['after-the-start']);
    expect(rulesOf(story, { ...signal, occurredAt: at('10:21') })).toEqual([
      'before-the-close',
      'before-the-end-screen',
    ]);
    expect(eventsOf(story, { ...signal, occurredAt: at('09:59') })).toHaveLength(1);
  });
});

describe(PROCEDURE.problemWording, () => {
  test('the wording that the examiner helped to find is kept, of at most 500 characters', () => {
    const data = {
      ...signal.data,
      category: { code: 'E5', vocabulary: '2022-10' },
      wording: 'Le fichier ne s’ouvre pas',
    };
    expect(eventsOf(started(), { type: 'SignalProblem', data })).toEqual([{ type: 'ProblemSignalled', data }]);
    expectFaults(problem, [
      [{ wording: 'w'.repeat(500) }],
      [{ wording: 'w'.repeat(501) }, 'field-too-big at data.wording'],
      [{ wording: 'Le fichier\nne s’ouvre\tpas' }],
      [{ wording: 'Le fichier\u0007' }, 'text-no-control at data.wording'],
      [{ category: { code: 'E12', vocabulary: '2024-01' } }],
      [{ category: { code: 'E123', vocabulary: '2024-01' } }, 'field-invalid-format at data.category.code'],
      [
        { category: { code: 'e1', vocabulary: '2024-1' } },
        'field-invalid-format at data.category.code',
        'field-invalid-format at data.category.vocabulary',
      ],
      [
        { category: { code: 'E', vocabulary: '02024-01' } },
        'field-invalid-format at data.category.code',
        'field-invalid-format at data.category.vocabulary',
      ],
      [
        { category: { code: 'XE1', vocabulary: '2024-010' } },
        'field-invalid-format at data.category.code',
        'field-invalid-format at data.category.vocabulary',
      ],
    ]);
  });
});

describe(PROCEDURE.problemOnPv, () => {
  test('the number of the question is kept for the PV', () => {
    expectFaults(problem, [
      [{ question: 1 }],
      [{ question: 500 }],
      [{ question: 0 }, 'field-too-small at data.question'],
      [{ question: 501 }, 'field-too-big at data.question'],
      [{ question: '18' }, 'field-invalid-type at data.question'],
      [{ question: undefined }, 'field-missing at data.question'],
    ]);
    expect(eventsOf(started(), signal)).toMatchObject([{ data: { question: 18 } }]);
  });
});

describe(PROCEDURE.fraud, () => {
  test('a fraud is reported with its facts, witnesses and what the candidate says', () => {
    const story = started();
    expect(eventsOf(story, fraud)).toEqual([
      { type: 'FraudReported', data: { ...fraud.data, witnesses: [], candidateRemarks: null, candidateHeard: false } },
    ]);
    const data = { ...fraud.data, witnesses: ['M. GARÇON'], candidateRemarks: 'Nie' };
    expect(eventsOf(story, { type: 'ReportFraud', data })).toEqual([
      { type: 'FraudReported', data: { ...data, candidateHeard: true } },
    ]);
    expect(story.draft.state.notes).toEqual(
      new Map([
        [8, 1],
        [9, 1],
      ]),
    );
  });

  test('it is reported after the close too, but happened after the code was given', () => {
    expect(eventsOf(closed(), fraud)).toHaveLength(1);
    expect(eventsOf(concluded(), fraud)).toHaveLength(1);
    expect(rulesOf(started(), { ...fraud, occurredAt: at('08:34') })).toEqual(['after-the-start']);
    expect(eventsOf(started(), { ...fraud, occurredAt: at('08:35') })).toHaveLength(1);
    expect(rulesOf(issued(), fraud)).toEqual(['allowed-in-state']);
    expect(rulesOf(started(), { ...fraud, data: { ...fraud.data, candidate: 4 } })).toEqual(['candidate-registered']);
  });

  test('each part of a report has its length', () => {
    expectFaults(
      (over: object) => faultsOf('ReportFraud', { candidate: 1, facts: 'Oui', ...over }),
      [
        [{ facts: 'f'.repeat(4000), candidateRemarks: 'r'.repeat(4000) }],
        [
          { facts: 'f'.repeat(4001), candidateRemarks: 'r'.repeat(4001) },
          'field-too-big at data.facts',
          'field-too-big at data.candidateRemarks',
        ],
        [{ facts: undefined }, 'field-missing at data.facts'],
        [{ witnesses: Array(20).fill('w'.repeat(200)) }],
        [{ witnesses: Array(21).fill('M. GARÇON') }, 'field-too-big at data.witnesses'],
        [{ witnesses: ['w'.repeat(201)] }, 'field-too-big at data.witnesses.0'],
        [{ witnesses: ['M.\nGARÇON'] }, 'text-one-line at data.witnesses.0'],
      ],
    );
  });
});

describe(PROCEDURE.comment, () => {
  const comment = { type: 'AddComment', data: { candidate: 2, text: 'A changé de poste' } } as const;

  test('anything that may bear on a candidate’s result is noted, from the code on and at any moment afterwards', () => {
    for (const story of [issued(), started(), closed(), submitted(), concluded()]) {
      const { revision } = story.draft.state;
      expect(eventsOf(story, comment)).toEqual([{ type: 'CommentAdded', data: comment.data }]);
      expect(story.draft.state.notes).toEqual(new Map([[revision + 1, 2]]));
    }
    expect(rulesOf(planned(), comment)).toEqual(['allowed-in-state']);
    expect(rulesOf(started(), { ...comment, data: { ...comment.data, candidate: 4 } })).toEqual([
      'candidate-registered',
    ]);
  });

  test('anything that bears on the session as a whole is noted at any moment', () => {
    const told = { type: 'AddSessionComment', data: { text: 'Travaux dans la cour' } } as const;
    for (const story of [planned(), issued(), started(), closed(), submitted(), concluded()]) {
      const { revision } = story.draft.state;
      expect(eventsOf(story, told)).toEqual([{ type: 'SessionCommentAdded', data: told.data }]);
      expect(story.draft.state.notes).toEqual(new Map([[revision + 1, null]]));
    }
  });

  test('a comment has several lines and at most 2,000 characters', () => {
    for (const type of ['AddComment', 'AddSessionComment']) {
      const frame = type === 'AddComment' ? { candidate: 1 } : {};
      expectFaults(
        (text: unknown) => faultsOf(type, { ...frame, text }),
        [
          ['c'.repeat(2000)],
          ['c'.repeat(2001), 'field-too-big at data.text'],
          [' \n\t', 'field-too-small at data.text'],
          ['un\ndeux\ttrois\r\nquatre'],
          ['\u001b[31m', 'text-no-control at data.text'],
          ['\udc00', 'text-well-formed at data.text'],
        ],
      );
    }
    expect(readOf('AddSessionComment', { text: ' Une ligne\r\nune autre\rla troisie\u0300me\n' })).toEqual({
      text: 'Une ligne\nune autre\nla troisième',
    });
  });
});

describe(PROCEDURE.lateEntry, () => {
  test('numbers, end screens and comments are typed in after the close, as of when they happened', () => {
    const story = started({ candidates: 1 });
    story.must({ type: 'CloseSession', data: {}, occurredAt: at('08:59') });
    story.now = at('14:00');
    const when = { occurredAt: at('08:50') };
    story.must({ type: 'RecordCertificationNumber', data: { candidate: 1, certificationNumber: '7' }, ...when });
    story.must({ type: 'RecordEndScreen', data: { candidate: 1 }, ...when });
    story.must({ type: 'AddComment', data: { candidate: 1, text: 'Un problème avec la souris' }, ...when });
    expect(story.events.slice(-3).map(({ occurredAt, recordedAt }) => [occurredAt, recordedAt])).toEqual([
      [at('08:50'), at('14:00')],
      [at('08:50'), at('14:00')],
      [at('08:50'), at('14:00')],
    ]);
    expect(story.draft.state.recordedAt).toBe(at('14:00'));
  });

  const retract = (entry: number) => ({ type: 'RetractEntry', data: { entry, reason: 'Autre poste' } }) as const;

  test('an entry that was made by mistake is taken back, with whom it is about', () => {
    const story = started();
    story.must({ type: 'AddComment', data: { candidate: 2, text: 'Malade' } });
    story.must({ type: 'AddSessionComment', data: { text: 'Bruit' } });
    story.must({ type: 'MarkPresent', data: { candidate: 3 } });
    story.must({ type: 'GrantAllowance', data: { candidates: [1], seconds: 60, cause: 'other' } });
    expect([8, 9, 10, 11].map((entry) => eventsOf(story, retract(entry))[0]?.data)).toEqual([
      { entry: 8, candidate: 2, reason: 'Autre poste' },
      { entry: 9, candidate: null, reason: 'Autre poste' },
      { entry: 10, candidate: 3, reason: 'Autre poste' },
      { entry: 11, candidate: null, reason: 'Autre poste' },
    ]);
    expect(story.draft.state).toMatchObject({ notes: new Map(), allowances: [] });
    expect(story.draft.state.candidates[2]?.present).toBeNull();
  });

  test('only an entry that still counts is taken back', () => {
    const story = started();
    story.must({ type: 'AddSessionComment', data: { text: 'Bruit' } });
    story.must(retract(8));
    for (const entry of [1, 3, 7, 8, 9, 99]) {
      expect(why(story, retract(entry))).toEqual([
        `entry-still-counts: Event ${entry} is not an entry that can be taken back, or was taken back.`,
      ]);
    }
    expect(faultsOf('RetractEntry', { entry: 0, reason: 'Par erreur' })).toEqual(['field-too-small at data.entry']);
    expect(faultsOf('RetractEntry', { entry: 1 })).toEqual(['field-missing at data.reason']);
  });

  test.each([
    ['present', { type: 'MarkPresent', data: { candidate: 1 } }],
    ['absent', { type: 'MarkAbsent', data: { candidate: 1 } }],
    ['couldNotJoin', { type: 'MarkCouldNotJoin', data: { candidate: 1, cause: 'other' } }],
    ['left', { type: 'MarkLeft', data: { candidate: 1, cause: 'other' } }],
    ['started', { type: 'MarkStarted', data: { candidate: 1 } }],
    ['signature', { type: 'RecordSignature', data: { candidate: 1, signature: 'seen' } }],
    ['numbered', { type: 'RecordCertificationNumber', data: { candidate: 1, certificationNumber: '7' } }],
    ['numberMissing', { type: 'ExplainMissingNumber', data: { candidate: 1, cause: 'other' } }],
    ['endScreen', { type: 'RecordEndScreen', data: { candidate: 1 } }],
    ['endScreenNotSeen', { type: 'ExplainMissingEndScreen', data: { candidate: 1, cause: 'other' } }],
  ] as const)('what was noted as %s is taken back, and nothing else is', (field, told) => {
    const story = started();
    story.must({ ...told, data: { ...told.data, candidate: 2 } } as unknown as typeof told);
    if (field === 'numbered') story.must({ type: 'RetractEntry', data: { entry: 8, reason: 'Autre poste' } });
    const before = structuredClone(story.draft.state);
    story.must(told);
    expect(story.draft.state.candidates[0]?.[field]).toEqual({ at: at('09:00'), revision: before.revision + 1 });
    story.must(retract(before.revision + 1));
    expect(story.draft.state).toEqual({ ...before, revision: before.revision + 2 });
  });

  test('an interruption and a resumption are taken back one by one', () => {
    const story = started();
    const before = structuredClone(story.draft.state);
    story.must({ type: 'RecordInterruption', data: { candidate: 1, cause: 'other' } });
    story.must({ type: 'RecordResumption', data: { candidate: 1, accessCode: CODE } });
    story.must(retract(9));
    story.must(retract(8));
    expect(story.draft.state).toEqual({ ...before, revision: 11, recordedAt: at('09:00') });
  });
});
