import { describe, expect, test } from 'vitest';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import {
  closed,
  eventsOf,
  expectFaults,
  factOf,
  faultsOf,
  issued,
  planned,
  readOf,
  rulesOf,
  started,
  why,
  whyNot,
} from './stages.ts';

const ZOE = { surname: 'D’ÂPRES', firstName: 'Zoé', birthDate: '2003-02-28', birthPlace: 'Nîmes' };

const register = (identity: typeof ZOE, homonymKnown = false) =>
  ({ type: 'RegisterCandidate', data: { identity, homonymKnown } }) as const;

const line = (over: object) => faultsOf('RegisterCandidate', { identity: ZOE, ...over });

const identity = (over: object) => line({ identity: { ...ZOE, ...over } });

describe(PROCEDURE.names, () => {
  test('a candidate is put on the next line of the sheet, with the time of the test', () => {
    const story = planned({ candidates: 1 });
    const data = {
      candidate: 2,
      identity: ZOE,
      email: 'zoe@lycee.example',
      identifier: { kind: 'ine', value: '1234567890A' },
      extraTime: { numerator: 1, denominator: 3 },
      durationSeconds: 8400,
      homonymOf: [],
      homonymKnown: false,
    } as const;
    const { email, identifier } = data;
    const told = { type: 'RegisterCandidate', data: { identity: ZOE, email, identifier, extraTime: '1/3' } } as const;
    expect(eventsOf(story, told)).toEqual([{ type: 'CandidateRegistered', data }]);
    expect(story.draft.state.candidates[1]).toEqual({
      number: 2,
      identity: ZOE,
      withdrawn: false,
      durationSeconds: 8400,
      granted: false,
      present: null,
      absent: null,
      couldNotJoin: null,
      left: null,
      started: null,
      signature: null,
      certificationNumber: null,
      numbered: null,
      numberMissing: null,
      endScreen: null,
      endScreenNotSeen: null,
      interruptions: [],
      result: false,
    });
    expect(story.draft.state.registered).toBe(2);
  });

  test('candidates are registered until the start, and not after it', () => {
    for (const story of [planned(), issued()]) expect(eventsOf(story, register(ZOE))).toHaveLength(1);
    expect(why(started(), register(ZOE))).toEqual([
      'allowed-in-state: In the state running this cannot be recorded; it can in planned, codesIssued.',
    ]);
  });

  test('a line is filled anew before the start', () => {
    const story = planned({ candidates: 2 });
    const data = { candidate: 2, identity: ZOE, extraTime: '50 %' } as const;
    expect(eventsOf(story, { type: 'CorrectCandidate', data })).toEqual([
      {
        type: 'CandidateCorrected',
        data: {
          candidate: 2,
          identity: ZOE,
          email: null,
          identifier: null,
          extraTime: { numerator: 1, denominator: 2 },
          durationSeconds: 9450,
          homonymOf: [],
          homonymKnown: false,
        },
      },
    ]);
    expect(story.draft.state.candidates[1]).toMatchObject({ identity: ZOE, durationSeconds: 9450, granted: false });
    expect(story.draft.state.candidates[0]).toMatchObject({ identity: identityOf(0), durationSeconds: 6300 });
    expect(rulesOf(started(), { type: 'CorrectCandidate', data })).toEqual(['allowed-in-state']);
  });

  test('a name is one line of at most 100 characters, trimmed, in one Unicode form', () => {
    expectFaults(identity, [
      [{ surname: 'n'.repeat(100), firstName: 'p'.repeat(100) }],
      [{ surname: 'n'.repeat(101) }, 'field-too-big at data.identity.surname'],
      [{ firstName: 'p'.repeat(101) }, 'field-too-big at data.identity.firstName'],
      [{ surname: ` ${'n'.repeat(100)} ` }],
      [{ surname: ' ' }, 'field-too-small at data.identity.surname'],
      [{ firstName: '' }, 'field-too-small at data.identity.firstName'],
      [{ surname: 'N\nN' }, 'text-one-line at data.identity.surname'],
      [{ surname: 'N\u2028N' }, 'text-one-line at data.identity.surname'],
      [{ surname: 'N\u2029N' }, 'text-one-line at data.identity.surname'],
      [{ surname: 'N\u0000' }, 'text-one-line at data.identity.surname'],
      [{ surname: 'N\u0085' }, 'text-one-line at data.identity.surname'],
      [{ surname: '\ud83d' }, 'text-well-formed at data.identity.surname'],
      [{ surname: '\u{1f600}' }],
      [{ surname: undefined }, 'field-missing at data.identity.surname'],
      [{ surname: 3 }, 'field-invalid-type at data.identity.surname'],
      [{ gender: 'F' }, 'field-unrecognized-keys at data.identity'],
    ]);
    const typed = { ...ZOE, surname: '  D’A\u0302PRES\u00a0', firstName: 'Zoe\u0301' };
    expect(readOf('RegisterCandidate', { identity: typed })).toMatchObject({ identity: ZOE });
  });

  test('somebody of the same name, born the same day, is registered only as a known homonym', () => {
    const story = planned({ candidates: 1 });
    story.must(register(ZOE));
    const twin = { ...ZOE, surname: 'd apres', firstName: 'ZOE', birthPlace: 'Nouméa' };
    expect(story.refused(register(twin))).toEqual([
      {
        rule: 'homonym-known',
        sentence: 'names',
        event: 'CandidateRegistered',
        lifecycle: 'planned',
        path: null,
        en: 'Candidate 2 has the same name and was born the same day: say that they are two people.',
        fr: 'Le candidat 2 porte le même nom et est né le même jour : préciser qu’il s’agit de deux personnes.',
        values: { homonymOf: { value: [2], personal: false } },
      },
    ]);
    expect(eventsOf(story, register(twin, true))).toMatchObject([{ data: { homonymOf: [2], homonymKnown: true } }]);
    expect(why(story, register(ZOE))).toEqual([
      'homonym-known: Candidate 2, 3 has the same name and was born the same day: say that they are two people.',
    ]);
  });

  test('another surname, first name or day makes another person', () => {
    const story = planned({ candidates: 0 });
    story.must(register(ZOE));
    story.must(register({ ...ZOE, surname: 'DAPRE' }));
    story.must(register({ ...ZOE, firstName: 'Chloé' }));
    story.must(register({ ...ZOE, birthDate: '2003-03-01' }));
    expect(story.draft.state.registered).toBe(4);
  });

  test('whoever is withdrawn, erased, or corrected is no homonym of themselves', () => {
    const story = planned({ candidates: 0 });
    story.must(register(ZOE));
    story.must({ type: 'CorrectCandidate', data: { candidate: 1, identity: { ...ZOE, birthPlace: 'Nouméa' } } });
    story.must({ type: 'WithdrawCandidate', data: { candidate: 1 } });
    story.must(register(ZOE));
    const [, second] = story.draft.state.candidates;
    if (second !== undefined) second.identity = ERASED;
    story.must(register(ZOE));
    expect(why(story, { type: 'CorrectCandidate', data: { candidate: 2, identity: ZOE } })).toEqual([
      'homonym-known: Candidate 3 has the same name and was born the same day: say that they are two people.',
    ]);
  });

  test('a candidate is withdrawn until the start, and nothing happens to them afterwards', () => {
    const story = issued();
    expect(eventsOf(story, { type: 'WithdrawCandidate', data: { candidate: 2, reason: 'Déménagement' } })).toEqual([
      { type: 'CandidateWithdrawn', data: { candidate: 2, reason: 'Déménagement' } },
    ]);
    expect(story.draft.state.registered).toBe(2);
    expect(story.draft.state.candidates[1]?.withdrawn).toBe(true);
    expect(why(story, { type: 'WithdrawCandidate', data: { candidate: 2 } })).toEqual([
      'candidate-registered: No candidate 2 is registered in this session.',
    ]);
    expect(rulesOf(story, { type: 'CorrectCandidate', data: { candidate: 2, identity: ZOE } })).toEqual([
      'candidate-registered',
    ]);
    expect(rulesOf(started(), { type: 'WithdrawCandidate', data: { candidate: 1 } })).toEqual(['allowed-in-state']);
  });

  test('nobody is on a line past the last, nor on line 0', () => {
    const story = issued();
    expect(why(story, { type: 'MarkPresent', data: { candidate: 4 } })).toEqual([
      'candidate-registered: No candidate 4 is registered in this session.',
    ]);
    expectFaults(
      (candidate: unknown) => faultsOf('MarkPresent', { candidate }),
      [
        [0, 'field-too-small at data.candidate'],
        [1],
        [10_000],
        [10_001, 'field-too-big at data.candidate'],
        [1.5, 'field-invalid-type at data.candidate'],
        ['1', 'field-invalid-type at data.candidate'],
      ],
    );
  });

  test('a session without candidates does not start', () => {
    const story = issued({ candidates: 0 });
    expect(why(story, { type: 'GiveAccessCode', data: { accessCode: 'BCDF23' } })).toEqual([
      'someone-to-certify: No candidate is registered.',
    ]);
    story.must(register(ZOE));
    story.must({ type: 'GiveAccessCode', data: { accessCode: 'BCDF23' } });
    expect(story.draft.place.lifecycle).toBe('running');
  });

  test('after the start a name is put right with a reason, and the line before it no longer', () => {
    const data = { candidate: 1, identity: ZOE, reason: 'Relu sur la pièce d’identité' };
    for (const story of [started(), closed()]) {
      expect(eventsOf(story, { type: 'CorrectIdentity', data })).toEqual([{ type: 'IdentityCorrected', data }]);
      expect(story.draft.state.candidates[0]?.identity).toEqual(ZOE);
    }
    expect(rulesOf(issued(), { type: 'CorrectIdentity', data })).toEqual(['allowed-in-state']);
    expect(rulesOf(started(), { type: 'CorrectIdentity', data: { ...data, candidate: 4 } })).toEqual([
      'candidate-registered',
    ]);
    expect(faultsOf('CorrectIdentity', { candidate: 1, identity: ZOE })).toEqual(['field-missing at data.reason']);
  });
});

describe(PROCEDURE.blankSheet, () => {
  test('lines are filled one after another', () => {
    const story = planned({ candidates: 2 });
    const of = (candidate: number) =>
      factOf(story, 'CandidateRegistered', {
        candidate,
        identity: ZOE,
        email: null,
        identifier: null,
        extraTime: null,
        durationSeconds: 6300,
        homonymOf: [],
        homonymKnown: false,
      });
    expect(whyNot(story, of(2))).toEqual(['next-number: The next line of the sheet is 3, not 2.']);
    expect(whyNot(story, of(3))).toEqual([]);
    expect(whyNot(story, of(4))).toEqual(['next-number: The next line of the sheet is 3, not 4.']);
  });
});
