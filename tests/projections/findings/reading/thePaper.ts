import { EVENTS, type EventData, type EventType, type SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { PROCEDURE_POLICY } from '../../../../src/domain/values/policy.ts';
import { isAway, isGone, noted, registration, tested } from '../../../domain/reading/line.ts';
import { plan } from '../../../domain/reading/session.ts';
import { all, standing } from '../../../domain/reading/taken.ts';
import { type Due, of } from './due.ts';
import { hour, type Look, last, people, wholeSeconds } from './record.ts';

/** Whom an event names. */
const whom = ({ data }: { readonly data: EventData<EventType> }): number | null =>
  'candidate' in data ? data.candidate : null;

/** « Écran de fin de test vu », "end screen seen". */
export const wordsOf = (type: EventType) => ({
  en: [...type.matchAll(/[A-Z][a-z]+/g)].join(' ').toLowerCase(),
  fr: EVENTS[type].label,
});

const SIGNED = {
  none: { en: 'nothing says', fr: 'sans qu’une signature' },
  forgotten: { en: 'did not sign', fr: 'n’a pas signé' },
  wrongLine: { en: 'on the line of somebody else', fr: 'sur la ligne d’un autre' },
};

const signatureMissing: Look = ({ reading }) => {
  if (last(reading, 'SessionClosed') === null) return [];
  return people(reading)
    .filter((candidate) => !isGone(reading, candidate) && !isAway(reading, candidate))
    .flatMap((candidate): readonly Due[] => {
      const came = (['CandidatePresent', 'CandidateCouldNotJoin'] as const).flatMap(
        (type) => noted(reading, candidate, type) ?? [],
      );
      const shown = (came.length > 0 ? came : tested(reading, candidate)).map(({ revision }) => revision);
      const paper = noted(reading, candidate, 'SignatureRecorded');
      if (paper === null) return shown.length === 0 ? [] : [of(candidate, shown, SIGNED.none)];
      const { signature } = paper.data;
      return signature === 'seen' ? [] : [of(candidate, [...shown, paper.revision], SIGNED[signature])];
    });
};

const fraudWithoutRemarks: Look = ({ reading }) =>
  all(reading, 'FraudReported')
    .filter(({ data, index }) => (registration(reading, data.candidate)?.index ?? index) < index)
    .filter((report) => standing(reading, report) !== null && !report.data.candidateHeard)
    .map(({ data, at, revision }) => of(data.candidate, [revision], hour(reading, at)));

/** What a copy shows of a line or of its head, and may be changed. */
const ON_PAPER: readonly EventType[] = [
  'SessionReplanned',
  'ExaminerAdded',
  'ExaminerRemoved',
  'CandidateRegistered',
  'CandidateCorrected',
  'CandidateWithdrawn',
  'IdentityCorrected',
  'ExtraTimeCorrected',
];

const COPIES = {
  copyToSign: { en: 'copy to sign', fr: 'à signer' },
  examinersCopy: { en: 'examiner’s copy', fr: 'examinateur' },
};

const printedBeforeAChange: Look = ({ reading }) =>
  (['copyToSign', 'examinersCopy'] as const).flatMap((copy) => {
    const print = all(reading, 'SheetPrinted').findLast(({ data }) => data.view === copy);
    if (print === undefined) return [];
    const columns: readonly string[] = (plan(reading)?.policy ?? PROCEDURE_POLICY)[copy];
    const isShown: Partial<Record<EventType, boolean>> = {
      IdentityCorrected: ['surname', 'firstName', 'birthDate', 'birthPlace'].some((field) => columns.includes(field)),
      ExtraTimeCorrected: columns.includes('extraTime'),
    };
    const changes = all(reading, ...ON_PAPER).filter(
      ({ type, revision }) => revision > print.data.printedRevision && isShown[type] !== false,
    );
    return [...new Set(changes.map((change) => whom(change)))].flatMap((candidate) => {
      const theirs = changes.filter((change) => whom(change) === candidate);
      const isOnNoPaper = theirs[0]?.type === 'CandidateRegistered' && theirs.at(-1)?.type === 'CandidateWithdrawn';
      const words = [...new Set(theirs.map(({ type }) => type))].map(wordsOf);
      const events = [print.revision, ...theirs.map(({ revision }) => revision)];
      return isOnNoPaper ? [] : [of(candidate, events, COPIES[copy], `${print.data.printedRevision}`, ...words)];
    });
  });

const typedInLate: Look = ({ events, reading }) => {
  const delay = ({ recordedAt, occurredAt }: SessionEvent) => recordedAt - occurredAt;
  const late = events.filter((event) => delay(event) > 15 * 60_000);
  const kindOf = (event: SessionEvent) => `${event.type} ${whom(event)}`;
  return late
    .filter((event, index) => late.findIndex((other) => kindOf(other) === kindOf(event)) === index)
    .flatMap((event) => {
      const alike = late.filter((other) => kindOf(other) === kindOf(event));
      const longest = Math.max(...alike.map(delay));
      const latest = alike.find((other) => delay(other) === longest) ?? event;
      const times = alike.length === 1 ? [] : [String(alike.length)];
      return of(
        whom(event),
        alike.map(({ revision }) => revision),
        ...[wordsOf(event.type), ...times, wholeSeconds(longest)],
        ...[hour(reading, latest.occurredAt), hour(reading, latest.recordedAt)],
      );
    });
};

/** What can be the matter with what was written on paper, and typed in from it. */
export const THE_PAPER: Readonly<Record<string, Look>> = {
  'signature-missing': signatureMissing,
  'fraud-without-remarks': fraudWithoutRemarks,
  'printed-before-a-change': printedBeforeAChange,
  'typed-in-late': typedInLate,
};
