import type { EventType } from '../../../src/domain/events/catalogue.ts';
import { start } from './session.ts';
import { all, type Found, type Reading, standing } from './taken.ts';

// What a record says of a candidate, by the line of the sheet on which they stand.

type About = Exclude<
  { [T in EventType]: Found<T>['data'] extends { readonly candidate: number } ? T : never }[EventType],
  'CandidateRegistered'
>;

/** The registration that made a line, if there is one. */
export const registration = (reading: Reading, line: number): Found<'CandidateRegistered'> | undefined =>
  all(reading, 'CandidateRegistered')[line - 1];

/** Every line of the sheet, from 1. */
export const lines = (reading: Reading): readonly number[] =>
  all(reading, 'CandidateRegistered').map((_, at) => at + 1);

/** What was recorded of a candidate once their line was there. */
const about = <T extends About>(reading: Reading, line: number, ...types: readonly T[]): readonly Found<T>[] => {
  const registered = registration(reading, line)?.index ?? Number.POSITIVE_INFINITY;
  return all(reading, ...types).filter(
    ({ data, index }) => index > registered && (data as unknown as { readonly candidate: number }).candidate === line,
  );
};

/** The last note of a kind, unless it was taken back. */
export const noted = <T extends About>(reading: Reading, line: number, ...types: readonly T[]): Found<T> | null =>
  standing(reading, about(reading, line, ...types).at(-1));

/** Whether nobody of this number is on the sheet, or no more. */
export const isGone = (reading: Reading, line: number): boolean =>
  registration(reading, line) === undefined || about(reading, line, 'CandidateWithdrawn').length > 0;

/** Candidates who are on the sheet. */
export const onTheSheet = (reading: Reading): readonly number[] =>
  lines(reading).filter((line) => !isGone(reading, line));

export const numberNoted = (reading: Reading, line: number) =>
  noted(reading, line, 'CertificationNumberRecorded', 'CertificationNumberCorrected');

export const certificationNumber = (reading: Reading, line: number): string | null =>
  numberNoted(reading, line)?.data.certificationNumber ?? null;

export const hasResult = (reading: Reading, line: number): boolean => about(reading, line, 'ResultRecorded').length > 0;

/** A stretch without the test. */
export interface Stretch {
  readonly began: Found<'TestInterrupted'>;
  readonly resumed: Found<'TestResumed'> | null;
}

/** The interruptions that counted when the record had so many events, in the order in which they began. */
const interruptionsWhen = (reading: Reading, line: number, until: number) => {
  const then: Reading = { ...reading, taken: reading.taken.slice(0, until) };
  return about(then, line, 'TestInterrupted')
    .filter((found) => standing(then, found) !== null)
    .toSorted((a, b) => a.at - b.at);
};

/** Which interruption a resumption ended: the last that had begun by then, as far as it was known. */
const endedBy = (reading: Reading, line: number, { at, index }: Found<'TestResumed'>) =>
  interruptionsWhen(reading, line, index).findLast((began) => began.at <= at);

/** The interruptions of a test, in the order in which they began. */
export const stretches = (reading: Reading, line: number): readonly Stretch[] =>
  interruptionsWhen(reading, line, reading.taken.length).map((began) => ({
    began,
    resumed: standing(
      reading,
      about(reading, line, 'TestResumed').findLast((resumed) => endedBy(reading, line, resumed)?.index === began.index),
    ),
  }));

/** The last interruption that had begun by an instant. */
export const stretchBy = (reading: Reading, line: number, at: number): Stretch | undefined =>
  stretches(reading, line).findLast(({ began }) => began.at <= at);

/** When the last interruption ended, or began if it did not. */
export const lastStretchAt = (reading: Reading, line: number): number | null => {
  const stretch = stretches(reading, line).at(-1);
  return stretch === undefined ? null : (stretch.resumed ?? stretch.began).at;
};

/** Everything that shows that a candidate took the test. */
export const tested = (reading: Reading, line: number): readonly Found<EventType>[] =>
  [
    noted(reading, line, 'CandidateStarted'),
    numberNoted(reading, line),
    noted(reading, line, 'EndScreenSeen'),
    noted(reading, line, 'CandidateLeft'),
    ...stretches(reading, line).flatMap(({ began, resumed }) => [began, resumed]),
  ].filter((found) => found !== null);

/** Whether somebody was away and did not come later: of two notes of one instant, the later note counts. */
export const isAway = (reading: Reading, line: number): boolean => {
  const absent = noted(reading, line, 'CandidateAbsent');
  const present = noted(reading, line, 'CandidatePresent');
  if (absent === null) return false;
  return present === null || present.at < absent.at || (present.at === absent.at && present.revision < absent.revision);
};

/** Whether somebody came and could not take the test. */
export const wasKeptOut = (reading: Reading, line: number): boolean =>
  noted(reading, line, 'CandidateCouldNotJoin') !== null &&
  noted(reading, line, 'CandidateStarted') === null &&
  numberNoted(reading, line) === null;

/** Where a candidate is, as the examiner would say it. */
export function placeOf(reading: Reading, line: number): string {
  const has = (type: About): boolean => noted(reading, line, type) !== null;
  if (isGone(reading, line)) return 'withdrawn';
  if (isAway(reading, line)) return 'absent';
  if (has('EndScreenSeen')) return 'finished';
  if (has('CandidateLeft')) return 'left';
  if (has('EndScreenNotSeen')) return 'finished';
  const stretch = stretches(reading, line).at(-1);
  if (stretch !== undefined && stretch.resumed === null) return 'interrupted';
  if (tested(reading, line).length > 0) return 'testing';
  if (!has('CandidatePresent') && !has('SignatureRecorded') && !has('CandidateCouldNotJoin')) return 'registered';
  return start(reading) === null || wasKeptOut(reading, line) ? 'present' : 'testing';
}

/** The time that a candidate has, in seconds: what was granted, else what was declared last. */
export const duration = (reading: Reading, line: number): number =>
  (
    about(reading, line, 'ExtraTimeGranted').at(-1) ??
    about(reading, line, 'CandidateCorrected', 'ExtraTimeCorrected').at(-1) ??
    registration(reading, line)
  )?.data.durationSeconds ?? 0;
