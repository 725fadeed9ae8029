import { firstTestFact, lastInterruption, lastTestFact, testFacts } from '../state/candidate.ts';
import { interruptionBy } from '../state/evolveTest.ts';
import type { SessionState } from '../state/session.ts';
import type { CandidateEvent } from './about.ts';
import { instantOf, plain, rule } from './define.ts';

/** The code is the session's own; another session's code is refused. */
export const sessionsOwnCode = rule<'AccessCodeGiven' | 'TestResumed'>()({
  name: 'sessions-own-code',
  sentence: 'resumption',
  text: {
    en: '{given} is not the access code of this session.',
    fr: '{given} n’est pas le code d’accès de cette session.',
  },
  holds: (state, { data }) => data.accessCode === state.accessCode,
  values: (_, { data }) => ({ given: plain(data.accessCode) }),
});

/** A certification number stands once in a session. */
export const numberStandsOnce = rule<'CertificationNumberRecorded' | 'CertificationNumberCorrected'>()({
  name: 'number-stands-once',
  sentence: 'certificationNumber',
  text: {
    en: 'Certification number {certificationNumber} belongs to candidate {holder}.',
    fr: 'Le numéro de certification {certificationNumber} est celui du candidat {holder}.',
  },
  holds: (state, { data }) => !state.numbers.has(data.certificationNumber),
  values: (state, { data }) => ({
    certificationNumber: plain(data.certificationNumber),
    holder: plain(state.numbers.get(data.certificationNumber)),
  }),
});

/** A second number for a candidate is a correction, and says so. */
export const noNumberYet = rule<'CertificationNumberRecorded' | 'CertificationNumberMissing'>()({
  name: 'no-number-yet',
  sentence: 'certificationNumber',
  text: {
    en: 'Candidate {candidate} has certification number {current}: correct it, or take it back.',
    fr: 'Le candidat {candidate} a le numéro de certification {current} : le corriger, ou le retirer.',
  },
  holds: (_, __, candidate) => candidate.certificationNumber === null,
  values: (_, { data }, candidate) => ({
    candidate: plain(data.candidate),
    current: plain(candidate.certificationNumber),
  }),
});

/** A correction names the event that it corrects. */
export const correctsTheNumber = rule<'CertificationNumberCorrected'>()({
  name: 'corrects-the-number',
  sentence: 'certificationNumber',
  text: {
    en: 'Event {corrects} did not give candidate {candidate} the number that counts.',
    fr: 'L’événement {corrects} n’a pas donné au candidat {candidate} le numéro qui fait foi.',
  },
  holds: (_, { data }, candidate) => candidate.numbered?.revision === data.corrects,
  values: (_, { data }) => ({ corrects: plain(data.corrects), candidate: plain(data.candidate) }),
});

/** A candidate cannot lose the test while it is lost. */
export const notAlreadyInterrupted = rule<'TestInterrupted'>()({
  name: 'not-already-interrupted',
  sentence: 'interruption',
  text: {
    en: 'The test of candidate {candidate} was interrupted at {from} already, and not resumed before {occurredAt}.',
    fr: 'Le test du candidat {candidate} était déjà interrompu depuis {from} et n’avait pas repris à {occurredAt}.',
  },
  holds: (_, { occurredAt }, candidate) => {
    const last = interruptionBy(candidate, occurredAt);
    return last === undefined || (last.resumed !== null && last.resumed.at <= occurredAt);
  },
  values: (_, { data, occurredAt }, candidate) => ({
    candidate: plain(data.candidate),
    from: instantOf(interruptionBy(candidate, occurredAt)?.began.at),
    occurredAt: instantOf(occurredAt),
  }),
});

/** Only a test that was interrupted is resumed. */
export const interruptedBefore = rule<'TestResumed'>()({
  name: 'interrupted-before',
  sentence: 'interruption',
  text: {
    en: 'The test of candidate {candidate} was not interrupted at {occurredAt}.',
    fr: 'Le test du candidat {candidate} n’était pas interrompu à {occurredAt}.',
  },
  holds: (_, { occurredAt }, candidate) => interruptionBy(candidate, occurredAt)?.resumed === null,
  values: (_, { data, occurredAt }) => ({ candidate: plain(data.candidate), occurredAt: instantOf(occurredAt) }),
});

/** After the end screen the test is over. */
export const beforeTheEndScreen = rule<CandidateEvent>()({
  name: 'before-the-end-screen',
  sentence: 'endScreen',
  text: {
    en: 'Candidate {candidate} reached the end screen at {endScreenAt}, before {occurredAt}.',
    fr: 'Le candidat {candidate} a atteint l’écran de fin à {endScreenAt}, avant {occurredAt}.',
  },
  holds: (_, { occurredAt }, { endScreen }) => endScreen === null || occurredAt <= endScreen.at,
  values: (_, { data, occurredAt }, { endScreen }) => ({
    candidate: plain(data.candidate),
    endScreenAt: instantOf(endScreen?.at),
    occurredAt: instantOf(occurredAt),
  }),
});

/** The end screen comes after everything that happened in the candidate's test. */
export const endScreenComesLast = rule<'EndScreenSeen'>()({
  name: 'end-screen-comes-last',
  sentence: 'endScreen',
  text: {
    en: 'The test of candidate {candidate} was interrupted or resumed at {last}, after {occurredAt}.',
    fr: 'Le test du candidat {candidate} a été interrompu ou repris à {last}, après {occurredAt}.',
  },
  holds: (_, { occurredAt }, candidate) => (lastInterruption(candidate)?.at ?? occurredAt) <= occurredAt,
  values: (_, { data, occurredAt }, candidate) => ({
    candidate: plain(data.candidate),
    last: instantOf(lastInterruption(candidate)?.at),
    occurredAt: instantOf(occurredAt),
  }),
});

/** The end screen is seen once, and is not both seen and missed. */
export const endScreenNotSeenYet = rule<'EndScreenSeen' | 'EndScreenNotSeen'>()({
  name: 'end-screen-not-seen-yet',
  sentence: 'endScreen',
  text: {
    en: 'The end screen of candidate {candidate} was seen already: take that back first.',
    fr: 'L’écran de fin du candidat {candidate} a déjà été vu : retirer d’abord cette saisie.',
  },
  holds: (_, __, { endScreen }) => endScreen === null,
  values: (_, { data }) => ({ candidate: plain(data.candidate) }),
});

/** « après avis de l'enseignant ». */
export const examinerAdvised = rule<'ProblemSignalled'>()({
  name: 'examiner-advised',
  sentence: 'problem',
  text: {
    en: 'A problem is signalled after the examiner gave advice.',
    fr: 'Un problème se signale après avis de l’enseignant.',
  },
  holds: (_, { data }) => data.examinerAdvised,
  values: () => ({}),
});

/** The events whose facts in the test lie before or after an instant. */
const eventsThat = (state: SessionState, lies: (at: number) => boolean): readonly number[] =>
  state.candidates.flatMap(testFacts).flatMap(({ at, revision }) => (lies(at) ? [revision] : []));

/** A corrected start lies before everything that happened in the test. */
export const startBeforeTheTest = rule<'StartCorrected'>()({
  name: 'start-before-the-test',
  sentence: 'clock',
  text: {
    en: 'The clock cannot have started at {startedAt}: event {because} happened earlier.',
    fr: 'Le décompte n’a pu commencer à {startedAt} : l’événement {because} lui est antérieur.',
  },
  holds: (state, { data }) => state.candidates.every((candidate) => data.startedAt <= firstTestFact(candidate)),
  values: (state, { data }) => ({
    startedAt: instantOf(data.startedAt),
    because: plain(eventsThat(state, (at) => at < data.startedAt)),
  }),
});

/** A corrected start lies before the close. */
export const startBeforeTheClose = rule<'StartCorrected'>()({
  name: 'start-before-the-close',
  sentence: 'closing',
  text: {
    en: 'The clock cannot have started at {startedAt}, after the session was closed ({closedAt}).',
    fr: 'Le décompte n’a pu commencer à {startedAt}, après la clôture de la session ({closedAt}).',
  },
  holds: (state, { data }) => state.closedAt === null || data.startedAt <= state.closedAt,
  values: (state, { data }) => ({ startedAt: instantOf(data.startedAt), closedAt: instantOf(state.closedAt) }),
});

/** A corrected start is not in the future. */
export const startNotInTheFuture = rule<'StartCorrected'>()({
  name: 'start-not-in-the-future',
  sentence: 'clock',
  text: {
    en: 'The clock cannot have started at {startedAt}, after it was recorded ({recordedAt}).',
    fr: 'Le décompte n’a pu commencer à {startedAt}, après l’enregistrement ({recordedAt}).',
  },
  holds: (_, { data, recordedAt }) => data.startedAt <= recordedAt,
  values: (_, { data, recordedAt }) => ({
    startedAt: instantOf(data.startedAt),
    recordedAt: instantOf(recordedAt),
  }),
});

/** A correction of the start names the event that it corrects. */
export const correctsTheStart = rule<'StartCorrected'>()({
  name: 'corrects-the-start',
  sentence: 'clock',
  text: {
    en: 'Event {corrects} does not say when the clock started; event {current} does.',
    fr: 'L’événement {corrects} ne dit pas quand le décompte a commencé ; c’est l’événement {current}.',
  },
  holds: (state, { data }) => data.corrects === state.startedBy,
  values: (state, { data }) => ({ corrects: plain(data.corrects), current: plain(state.startedBy) }),
});

/** The session is closed after everything that happened in it. */
export const closedLast = rule<'SessionClosed'>()({
  name: 'closed-last',
  sentence: 'closing',
  text: {
    en: 'The session cannot have been closed at {occurredAt}: event {because} happened later.',
    fr: 'La session n’a pu être close à {occurredAt} : l’événement {because} lui est postérieur.',
  },
  holds: (state, { occurredAt }) => state.candidates.every((candidate) => lastTestFact(candidate) <= occurredAt),
  values: (state, { occurredAt }) => ({
    occurredAt: instantOf(occurredAt),
    because: plain(eventsThat(state, (at) => at > occurredAt)),
  }),
});
