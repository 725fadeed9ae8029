import { isAbsent, testFacts, tookPart } from '../state/candidate.ts';
import { candidateOf, capOf, type SessionState } from '../state/session.ts';
import type { CandidateEvent } from './about.ts';
import { plain, rule } from './define.ts';

/** « un enseignant prend en charge au maximum 20 candidats ». */
export const roomForOneMore = rule<'CandidateRegistered'>()({
  name: 'room-for-one-more',
  sentence: 'cap',
  text: {
    en: '{registered} candidates are registered; the examiners of this session take charge of {cap} at most.',
    fr: '{registered} candidats sont inscrits ; les examinateurs de cette session en prennent en charge {cap} au maximum.',
  },
  holds: (state) => state.registered < capOf(state),
  values: (state) => ({ registered: plain(state.registered), cap: plain(capOf(state)) }),
});

/** Candidates are numbered from 1 in the order of the sheet. */
export const nextNumber = rule<'CandidateRegistered'>()({
  name: 'next-number',
  sentence: 'blankSheet',
  text: {
    en: 'The next line of the sheet is {next}, not {candidate}.',
    fr: 'La prochaine ligne de la feuille est la ligne {next}, et non {candidate}.',
  },
  holds: (state, { data }) => data.candidate === state.candidates.length + 1,
  values: (state, { data }) => ({ next: plain(state.candidates.length + 1), candidate: plain(data.candidate) }),
});

/** Two people of the same name, born the same day, are both registered only by somebody who knows that they are two. */
export const homonymKnown = rule<'CandidateRegistered' | 'CandidateCorrected'>()({
  name: 'homonym-known',
  sentence: 'names',
  text: {
    en: 'Candidate {homonymOf} has the same name and was born the same day: say that they are two people.',
    fr: 'Le candidat {homonymOf} porte le même nom et est né le même jour : préciser qu’il s’agit de deux personnes.',
  },
  holds: (_, { data }) => data.homonymKnown || data.homonymOf.length === 0,
  values: (_, { data }) => ({ homonymOf: plain(data.homonymOf) }),
});

/** The candidate is on the sheet. */
export const candidateRegistered = rule<CandidateEvent>()({
  name: 'candidate-registered',
  sentence: 'names',
  text: {
    en: 'No candidate {candidate} is registered in this session.',
    fr: 'Aucun candidat {candidate} n’est inscrit à cette session.',
  },
  holds: (_, __, candidate) => !candidate.withdrawn,
  values: (_, { data }) => ({ candidate: plain(data.candidate) }),
});

/** Nothing happens in the test to somebody who is not there. */
export const candidateNotAbsent = rule<CandidateEvent>()({
  name: 'candidate-not-absent',
  sentence: 'blankSheet',
  text: {
    en: 'Candidate {candidate} is noted absent: note that they came, or take the absence back.',
    fr: 'Le candidat {candidate} est noté absent : noter sa présence, ou retirer l’absence.',
  },
  holds: (_, __, candidate) => !isAbsent(candidate),
  values: (_, { data }) => ({ candidate: plain(data.candidate) }),
});

/** Somebody who took the test was not absent. */
export const tookNoPart = rule<'CandidateAbsent' | 'CandidateCouldNotJoin'>()({
  name: 'took-no-part',
  sentence: 'blankSheet',
  text: {
    en: 'Candidate {candidate} took part in the test, as event {because} says.',
    fr: 'Le candidat {candidate} a pris part au test, comme le dit l’événement {because}.',
  },
  holds: (_, __, candidate) => !tookPart(candidate),
  values: (_, { data }, candidate) => ({
    candidate: plain(data.candidate),
    because: plain(testFacts(candidate).map(({ revision }) => revision)),
  }),
});

/** A test needs somebody to certify. */
export const someoneToCertify = rule<'AccessCodeGiven'>()({
  name: 'someone-to-certify',
  sentence: 'names',
  text: {
    en: 'No candidate is registered.',
    fr: 'Aucun candidat n’est inscrit.',
  },
  holds: (state) => state.registered > 0,
  values: () => ({}),
});

/** No candidate is given less time than the policy says. */
export const notLessThanTheDuration = rule<
  'CandidateRegistered' | 'CandidateCorrected' | 'ExtraTimeCorrected' | 'ExtraTimeVerified' | 'ExtraTimeGranted'
>()({
  name: 'not-less-than-the-duration',
  sentence: 'duration',
  text: {
    en: 'A duration of {durationSeconds} s is less than the {policySeconds} s of the test.',
    fr: 'Une durée de {durationSeconds} s est inférieure aux {policySeconds} s du test.',
  },
  holds: (state, { data }) => data.durationSeconds >= state.policy.durationSeconds,
  values: (state, { data }) => ({
    durationSeconds: plain(data.durationSeconds),
    policySeconds: plain(state.policy.durationSeconds),
  }),
});

/** The numbers, of those given, that nobody on the sheet has. */
const unknownIn = (state: SessionState, candidates: 'all' | readonly number[]): readonly number[] =>
  candidates === 'all' ? [] : candidates.filter((number) => candidateOf(state, number).withdrawn);

/** Time is given back to candidates who are on the sheet. */
export const allRegistered = rule<'AllowanceGranted'>()({
  name: 'all-registered',
  sentence: 'longerSession',
  text: {
    en: 'Candidates {unknown} are not registered in this session.',
    fr: 'Les candidats {unknown} ne sont pas inscrits à cette session.',
  },
  holds: (state, { data }) => unknownIn(state, data.candidates).length === 0,
  values: (state, { data }) => ({ unknown: plain(unknownIn(state, data.candidates)) }),
});
