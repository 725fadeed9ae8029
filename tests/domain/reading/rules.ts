import type { EventData, EventType, Fact } from '../../../src/domain/events/catalogue.ts';
import * as line from './line.ts';
import * as session from './session.ts';
import { all, type Reading, standing } from './taken.ts';

/** What a refusal quotes; instants as epoch milliseconds in `instants`. */
export interface Because {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly instants?: Readonly<Record<string, number | null>>;
  /** The values that tell of somebody. */
  readonly personal?: readonly string[];
}

/** What is wrong with an event, or nothing. */
type Read<T extends EventType> = (reading: Reading, fact: Fact<T>) => Because | null;

/** A rule, and the events that it is asked of. */
interface Sentence {
  readonly of: readonly EventType[] | 'all';
  readonly wrong: Read<EventType>;
}

const sentence = <T extends EventType>(of: readonly T[], wrong: Read<T>): Sentence => ({ of, wrong: wrong as never });
const everywhere = (wrong: Read<EventType>): Sentence => ({ of: 'all', wrong });
const unless = (isRight: boolean, because: () => Because = () => ({})): Because | null => (isRight ? null : because());

/** The entry that a retraction may take back: whom it is about, `null` for the session; `undefined` where it is none. */
export function whomItIsAbout(reading: Reading, entry: number): number | null | undefined {
  const notes = all(
    reading,
    'CommentAdded',
    'ProblemSignalled',
    'FraudReported',
    'SessionCommentAdded',
    'RemainingTimeAnnounced',
  );
  const note = notes.findLast(
    (found) =>
      found.revision === entry &&
      (!('candidate' in found.data) ||
        (line.registration(reading, found.data.candidate)?.index ?? Number.POSITIVE_INFINITY) < found.index),
  );
  if (note !== undefined && standing(reading, note) !== null)
    return 'candidate' in note.data ? note.data.candidate : null;
  if (session.allowances(reading).some(({ revision }) => revision === entry)) return null;
  const whose = line
    .lines(reading)
    .find((at) =>
      [
        ...(['CandidatePresent', 'CandidateAbsent', 'CandidateCouldNotJoin', 'SignatureRecorded'] as const).map(
          (type) => line.noted(reading, at, type),
        ),
        line.noted(reading, at, 'CertificationNumberMissing'),
        line.noted(reading, at, 'EndScreenNotSeen'),
        ...line.tested(reading, at),
      ].some((found) => found?.revision === entry),
    );
  return whose === undefined ? undefined : line.registration(reading, whose)?.data.candidate;
}

/** Everybody of whom the record may say something. */
export const persons = (reading: Reading): readonly string[] => [
  'session',
  ...line.lines(reading).map((at) => `candidate-${line.registration(reading, at)?.data.candidate}`),
  ...session.everExaminers(reading).map((examiner) => `examiner-${examiner}`),
];

/** Whoever has this number, by the line on which they stand. */
const holderOf = (reading: Reading, certificationNumber: string): number | undefined =>
  line.lines(reading).find((at) => line.certificationNumber(reading, at) === certificationNumber);

/** Of whom the sheet must say how the test went. */
const mustBeTold = (reading: Reading): readonly number[] =>
  line.onTheSheet(reading).filter((at) => !line.isAway(reading, at) && !line.wasKeptOut(reading, at));

const numbersOf = (reading: Reading, at: readonly number[]) =>
  at.map((one) => line.registration(reading, one)?.data.candidate);

/** The events of the test, in the order of the sheet, that lie where they must not. */
const revisionsThat = (reading: Reading, lies: (at: number) => boolean): readonly number[] =>
  line
    .lines(reading)
    .flatMap((at) => line.tested(reading, at))
    .filter(({ at }) => lies(at))
    .map(({ revision }) => revision);

const lessThanTheDuration = [
  'CandidateRegistered',
  'CandidateCorrected',
  'ExtraTimeCorrected',
  'ExtraTimeVerified',
  'ExtraTimeGranted',
] as const;

const ofTheTest = [
  'CandidateStarted',
  'CandidateLeft',
  'CertificationNumberRecorded',
  'TestInterrupted',
  'ProblemSignalled',
  'EndScreenSeen',
] as const;

const onSomebodyPresent = [
  ...ofTheTest,
  'SignatureRecorded',
  'CandidateCouldNotJoin',
  'CertificationNumberMissing',
  'FraudReported',
  'EndScreenNotSeen',
] as const;

const onALine = [
  ...onSomebodyPresent,
  'CandidateCorrected',
  'CandidateWithdrawn',
  'CandidatePresent',
  'CandidateAbsent',
  'ExtraTimeVerified',
  'ExtraTimeGranted',
  'CommentAdded',
  'IdentityCorrected',
  'ExtraTimeCorrected',
  'CertificationNumberCorrected',
  'TestResumed',
  'ResultRecorded',
  'ResultCorrected',
] as const;

/** The moves of the lifecycle after the first. */
const moves = [
  'AccessCodeIssued',
  'SessionCancelled',
  'AccessCodeGiven',
  'SessionClosed',
  'SheetSubmitted',
  'SheetReturned',
  'ResultsSent',
] as const;

/** The rules by their names, each as somebody reads it who looks through the record. */
export const SENTENCES: Readonly<Record<string, Sentence>> = {
  'next-revision': everywhere(({ last }, { revision }) =>
    unless(revision === (last?.revision ?? 0) + 1, () => ({ values: { revision, current: last?.revision ?? 0 } })),
  ),
  'recorded-in-order': everywhere(({ last }, { recordedAt }) =>
    unless(recordedAt >= (last?.recordedAt ?? 0), () => ({
      instants: { recordedAt, previous: last?.recordedAt ?? 0 },
    })),
  ),
  'not-in-the-future': everywhere((_, { occurredAt, recordedAt }) =>
    unless(occurredAt <= recordedAt, () => ({ instants: { occurredAt, recordedAt } })),
  ),
  'lifecycle-in-order': sentence(moves, (reading, { occurredAt }) =>
    unless(occurredAt >= session.movedAt(reading), () => ({
      instants: { occurredAt, previous: session.movedAt(reading) },
    })),
  ),
  'after-the-start': sentence(
    [...ofTheTest, 'AllowanceGranted', 'FraudReported', 'RemainingTimeAnnounced'],
    (reading, { occurredAt }) => {
      const startedAt = session.start(reading)?.at ?? null;
      return unless(startedAt !== null && startedAt <= occurredAt, () => ({ instants: { occurredAt, startedAt } }));
    },
  ),
  'before-the-close': sentence(
    [...ofTheTest, 'AllowanceGranted', 'CandidateCouldNotJoin', 'TestResumed', 'RemainingTimeAnnounced'],
    (reading, { occurredAt }) => {
      const closedAt = session.closedAt(reading);
      return unless(closedAt === null || closedAt >= occurredAt, () => ({ instants: { occurredAt, closedAt } }));
    },
  ),
  'examiner-known': sentence(['ExaminerRemoved'], (reading, { data: { examiner } }) =>
    unless(session.examiners(reading).includes(examiner), () => ({ values: { examiner }, personal: ['examiner'] })),
  ),
  'examiner-new': sentence(['ExaminerAdded'], (reading, { data: { examiner } }) =>
    unless(!session.examiners(reading).includes(examiner), () => ({ values: { examiner }, personal: ['examiner'] })),
  ),
  'one-examiner-remains': sentence(['ExaminerRemoved'], (reading) => unless(session.examiners(reading).length > 1)),
  'cap-still-holds': sentence(['ExaminerRemoved'], (reading) => {
    const registered = line.onTheSheet(reading).length;
    const cap = session.cap(reading) - session.policyOf(reading).candidatesPerExaminer;
    return unless(registered <= cap, () => ({ values: { registered, cap } }));
  }),
  'an-examiner-is-named': sentence(['AccessCodeIssued'], (reading) => unless(session.examiners(reading).length > 0)),
  'room-for-one-more': sentence(['CandidateRegistered'], (reading) => {
    const registered = line.onTheSheet(reading).length;
    return unless(registered + 1 <= session.cap(reading), () => ({
      values: { registered, cap: session.cap(reading) },
    }));
  }),
  'next-number': sentence(['CandidateRegistered'], (reading, { data: { candidate } }) => {
    const next = line.lines(reading).length + 1;
    return unless(candidate === next, () => ({ values: { next, candidate } }));
  }),
  'homonym-known': sentence(['CandidateRegistered', 'CandidateCorrected'], (_, { data: { homonymOf, homonymKnown } }) =>
    unless(homonymOf.length === 0 || homonymKnown, () => ({ values: { homonymOf } })),
  ),
  'not-less-than-the-duration': sentence(lessThanTheDuration, (reading, { data: { durationSeconds } }) => {
    const policySeconds = session.policyOf(reading).durationSeconds;
    return unless(durationSeconds >= policySeconds, () => ({ values: { durationSeconds, policySeconds } }));
  }),
  'candidate-registered': sentence(onALine, (reading, { data: { candidate } }) =>
    unless(!line.isGone(reading, candidate), () => ({ values: { candidate } })),
  ),
  'candidate-not-absent': sentence(onSomebodyPresent, (reading, { data: { candidate } }) =>
    unless(!line.isAway(reading, candidate), () => ({ values: { candidate } })),
  ),
  'took-no-part': sentence(['CandidateAbsent', 'CandidateCouldNotJoin'], (reading, { data: { candidate } }) => {
    const because = line.tested(reading, candidate).map(({ revision }) => revision);
    return unless(because.length === 0, () => ({ values: { candidate, because } }));
  }),
  'someone-to-certify': sentence(['AccessCodeGiven'], (reading) => unless(line.onTheSheet(reading).length > 0)),
  'all-registered': sentence(['AllowanceGranted'], (reading, { data: { candidates } }) => {
    const unknown = candidates === 'all' ? [] : candidates.filter((one) => line.isGone(reading, one));
    return unless(unknown.length === 0, () => ({ values: { unknown } }));
  }),
  'sessions-own-code': sentence(['AccessCodeGiven', 'TestResumed'], (reading, { data: { accessCode: given } }) =>
    unless(given === session.accessCode(reading), () => ({ values: { given } })),
  ),
  'no-number-yet': sentence(
    ['CertificationNumberRecorded', 'CertificationNumberMissing'],
    (reading, { data: { candidate } }) => {
      const current = line.certificationNumber(reading, candidate);
      return unless(current === null, () => ({ values: { candidate, current } }));
    },
  ),
  'number-stands-once': sentence(
    ['CertificationNumberRecorded', 'CertificationNumberCorrected'],
    (reading, { data: { certificationNumber } }) => {
      const holder = holderOf(reading, certificationNumber);
      return unless(holder === undefined, () => ({
        values: { certificationNumber, holder: numbersOf(reading, [holder ?? 0])[0] },
      }));
    },
  ),
  'corrects-the-number': sentence(['CertificationNumberCorrected'], (reading, { data: { candidate, corrects } }) =>
    unless(line.numberNoted(reading, candidate)?.revision === corrects, () => ({ values: { corrects, candidate } })),
  ),
  'not-already-interrupted': sentence(['TestInterrupted'], (reading, { occurredAt, data: { candidate } }) => {
    const stretch = line.stretchBy(reading, candidate, occurredAt);
    const isOn = stretch !== undefined && (stretch.resumed === null || occurredAt < stretch.resumed.at);
    return unless(!isOn, () => ({ values: { candidate }, instants: { from: stretch?.began.at ?? null, occurredAt } }));
  }),
  'interrupted-before': sentence(['TestResumed'], (reading, { occurredAt, data: { candidate } }) => {
    const stretch = line.stretchBy(reading, candidate, occurredAt);
    return unless(stretch !== undefined && stretch.resumed === null, () => ({
      values: { candidate },
      instants: { occurredAt },
    }));
  }),
  'before-the-end-screen': sentence(
    ['CandidateStarted', 'CandidateLeft', 'TestInterrupted', 'TestResumed', 'ProblemSignalled'],
    (reading, { occurredAt, data: { candidate } }) => {
      const endScreenAt = line.noted(reading, candidate, 'EndScreenSeen')?.at ?? null;
      return unless(endScreenAt === null || endScreenAt >= occurredAt, () => ({
        values: { candidate },
        instants: { endScreenAt, occurredAt },
      }));
    },
  ),
  'end-screen-comes-last': sentence(['EndScreenSeen'], (reading, { occurredAt, data: { candidate } }) => {
    const at = line.lastStretchAt(reading, candidate);
    return unless(at === null || at <= occurredAt, () => ({
      values: { candidate },
      instants: { last: at, occurredAt },
    }));
  }),
  'end-screen-not-seen-yet': sentence(['EndScreenSeen', 'EndScreenNotSeen'], (reading, { data: { candidate } }) =>
    unless(line.noted(reading, candidate, 'EndScreenSeen') === null, () => ({ values: { candidate } })),
  ),
  'examiner-advised': sentence(['ProblemSignalled'], (_, { data }) => unless(data.examinerAdvised)),
  'start-before-the-test': sentence(['StartCorrected'], (reading, { data: { startedAt } }) => {
    const because = revisionsThat(reading, (at) => at < startedAt);
    return unless(because.length === 0, () => ({ values: { because }, instants: { startedAt } }));
  }),
  'start-before-the-close': sentence(['StartCorrected'], (reading, { data: { startedAt } }) => {
    const closedAt = session.closedAt(reading);
    return unless(closedAt === null || startedAt <= closedAt, () => ({ instants: { startedAt, closedAt } }));
  }),
  'start-not-in-the-future': sentence(['StartCorrected'], (_, { recordedAt, data: { startedAt } }) =>
    unless(startedAt <= recordedAt, () => ({ instants: { startedAt, recordedAt } })),
  ),
  'corrects-the-start': sentence(['StartCorrected'], (reading, { data: { corrects } }) => {
    const current = session.start(reading)?.revision ?? 0;
    return unless(corrects === current, () => ({ values: { corrects, current } }));
  }),
  'closed-last': sentence(['SessionClosed'], (reading, { occurredAt }) => {
    const because = revisionsThat(reading, (at) => at > occurredAt);
    return unless(because.length === 0, () => ({ values: { because }, instants: { occurredAt } }));
  }),
  'every-number-or-reason': sentence(['SheetSubmitted'], (reading) => {
    const lacking = mustBeTold(reading).filter(
      (at) => line.numberNoted(reading, at) === null && line.noted(reading, at, 'CertificationNumberMissing') === null,
    );
    return unless(lacking.length === 0, () => ({ values: { candidates: numbersOf(reading, lacking) } }));
  }),
  'every-end-screen-or-reason': sentence(['SheetSubmitted'], (reading) => {
    const ends = ['EndScreenSeen', 'EndScreenNotSeen', 'CandidateLeft'] as const;
    const lacking = mustBeTold(reading).filter((at) => ends.every((end) => line.noted(reading, at, end) === null));
    return unless(lacking.length === 0, () => ({ values: { candidates: numbersOf(reading, lacking) } }));
  }),
  'result-of-the-number': sentence(
    ['ResultRecorded', 'ResultCorrected'],
    (reading, { data: { candidate, certificationNumber } }) => {
      const current = line.certificationNumber(reading, candidate);
      return unless(current === certificationNumber, () => ({ values: { certificationNumber, candidate, current } }));
    },
  ),
  'one-result': sentence(['ResultRecorded'], (reading, { data: { candidate, certificationNumber } }) =>
    unless(!line.hasResult(reading, candidate), () => ({ values: { certificationNumber } })),
  ),
  'corrects-a-result': sentence(['ResultCorrected'], (reading, { data: { candidate, certificationNumber } }) =>
    unless(line.hasResult(reading, candidate), () => ({ values: { certificationNumber } })),
  ),
  'every-number-has-its-result': sentence(['ResultsSent'], (reading) => {
    const certificationNumbers = line
      .lines(reading)
      .filter((at) => !line.hasResult(reading, at))
      .map((at) => line.certificationNumber(reading, at))
      .filter((number) => number !== null);
    return unless(certificationNumbers.length === 0, () => ({ values: { certificationNumbers } }));
  }),
  'entry-still-counts': sentence(['EntryRetracted'], (reading, { data: { entry, candidate } }) =>
    unless(whomItIsAbout(reading, entry) === candidate, () => ({ values: { entry } })),
  ),
  'printed-from-the-record': sentence(['SheetPrinted'], ({ last }, { data: { printedRevision } }) => {
    const current = last?.revision ?? 0;
    return unless(printedRevision <= current, () => ({ values: { printedRevision, current } }));
  }),
  'person-on-record': sentence(
    ['PersonErased'],
    (reading, { data: { person } }: { data: EventData<'PersonErased'> }) => {
      return unless(persons(reading).includes(person), () => told(person));
    },
  ),
  'person-not-erased': sentence(['PersonErased'], (reading, { data: { person } }) =>
    unless(!session.erased(reading).includes(person), () => told(person)),
  ),
};

const told = (person: string): Because => ({
  values: { person },
  personal: person.startsWith('examiner-') ? ['person'] : [],
});
