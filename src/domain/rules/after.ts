import { couldNotJoin, isAbsent } from '../state/candidate.ts';
import { entryOf } from '../state/entries.ts';
import type { CandidateState, SessionState } from '../state/session.ts';
import { plain, rule } from './define.ts';

/** Candidates of whom the sheet must say how their test went. */
const mustBeAccounted = (candidate: CandidateState): boolean =>
  !candidate.withdrawn && !isAbsent(candidate) && !couldNotJoin(candidate);

const lacksNumber = (candidate: CandidateState): boolean =>
  candidate.certificationNumber === null && candidate.numberMissing === null && mustBeAccounted(candidate);

const lacksEnd = (candidate: CandidateState): boolean =>
  candidate.endScreen === null &&
  candidate.endScreenNotSeen === null &&
  candidate.left === null &&
  mustBeAccounted(candidate);

/** Certification numbers without a result. */
const withoutResult = (state: SessionState): readonly string[] =>
  state.candidates.flatMap(({ certificationNumber, result }) =>
    certificationNumber === null || result ? [] : [certificationNumber],
  );

/** The numbers of the candidates of whom something is missing. */
const lacking = (state: SessionState, lacks: (candidate: CandidateState) => boolean): readonly number[] =>
  state.candidates.filter(lacks).map(({ number }) => number);

/** Everybody who took part has a certification number, or a reason why not. */
export const everyNumberOrReason = rule<'SheetSubmitted'>()({
  name: 'every-number-or-reason',
  sentence: 'submission',
  text: {
    en: 'Candidates {candidates} have neither a certification number, nor a reason why not, nor an absence.',
    fr: 'Les candidats {candidates} n’ont ni numéro de certification, ni motif, ni absence.',
  },
  holds: (state) => !state.candidates.some(lacksNumber),
  values: (state) => ({ candidates: plain(lacking(state, lacksNumber)) }),
});

/** The end screen of everybody who took part was seen, or there is a reason why not. */
export const everyEndScreenOrReason = rule<'SheetSubmitted'>()({
  name: 'every-end-screen-or-reason',
  sentence: 'submission',
  text: {
    en: 'Candidates {candidates} have neither an end screen, nor a reason why not, nor an absence.',
    fr: 'Les candidats {candidates} n’ont ni écran de fin vu, ni motif, ni absence.',
  },
  holds: (state) => !state.candidates.some(lacksEnd),
  values: (state) => ({ candidates: plain(lacking(state, lacksEnd)) }),
});

/** A result is about the number that the candidate has. */
export const resultOfTheNumber = rule<'ResultRecorded' | 'ResultCorrected'>()({
  name: 'result-of-the-number',
  sentence: 'ownResult',
  text: {
    en: 'Certification number {certificationNumber} is not that of candidate {candidate} ({current}).',
    fr: 'Le numéro de certification {certificationNumber} n’est pas celui du candidat {candidate} ({current}).',
  },
  holds: (_, { data }, candidate) => candidate.certificationNumber === data.certificationNumber,
  values: (_, { data }, candidate) => ({
    certificationNumber: plain(data.certificationNumber),
    candidate: plain(data.candidate),
    current: plain(candidate.certificationNumber),
  }),
});

/** A number has one result. */
export const oneResult = rule<'ResultRecorded'>()({
  name: 'one-result',
  sentence: 'results',
  text: {
    en: 'Certification number {certificationNumber} has a result already.',
    fr: 'Le numéro de certification {certificationNumber} a déjà un résultat.',
  },
  holds: (_, __, candidate) => !candidate.result,
  values: (_, { data }) => ({ certificationNumber: plain(data.certificationNumber) }),
});

/** A result that is corrected was given. */
export const correctsAResult = rule<'ResultCorrected'>()({
  name: 'corrects-a-result',
  sentence: 'results',
  text: {
    en: 'Certification number {certificationNumber} has no result to correct.',
    fr: 'Le numéro de certification {certificationNumber} n’a pas de résultat à corriger.',
  },
  holds: (_, __, candidate) => candidate.result,
  values: (_, { data }) => ({ certificationNumber: plain(data.certificationNumber) }),
});

/** The results that are sent cover every certification number. */
export const everyNumberHasItsResult = rule<'ResultsSent'>()({
  name: 'every-number-has-its-result',
  sentence: 'results',
  text: {
    en: 'Certification numbers {certificationNumbers} have no result.',
    fr: 'Les numéros de certification {certificationNumbers} n’ont pas de résultat.',
  },
  holds: (state) => withoutResult(state).length === 0,
  values: (state) => ({ certificationNumbers: plain(withoutResult(state)) }),
});

/** Only an entry that still counts is taken back. */
export const entryStillCounts = rule<'EntryRetracted'>()({
  name: 'entry-still-counts',
  sentence: 'lateEntry',
  text: {
    en: 'Event {entry} is not an entry that can be taken back, or was taken back.',
    fr: 'L’événement {entry} n’est pas une saisie que l’on puisse retirer, ou a déjà été retiré.',
  },
  holds: (state, { data }) => entryOf(state, data.entry) === data.candidate,
  values: (_, { data }) => ({ entry: plain(data.entry) }),
});

/** What was printed was in the record. */
export const printedFromTheRecord = rule<'SheetPrinted'>()({
  name: 'printed-from-the-record',
  sentence: 'print',
  text: {
    en: 'The sheet cannot show revision {printedRevision}: the record stands at {current}.',
    fr: 'La feuille ne peut montrer le rang {printedRevision} : le registre en est au rang {current}.',
  },
  holds: (state, { data }) => data.printedRevision <= state.revision,
  values: (state, { data }) => ({ printedRevision: plain(data.printedRevision), current: plain(state.revision) }),
});
