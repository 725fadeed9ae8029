import type { EventType, SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { wallClock } from '../../../../src/domain/values/time.ts';
import type { UnreadableEvent } from '../../../../src/projections/audit/history.ts';
import { longDate } from '../../../../src/projections/french/dates.ts';
import { duration } from '../../../../src/projections/french/lengths.ts';
import type { GivenDocument } from '../../../../src/projections/index.ts';
import { type Ending, endings } from '../../../domain/reading/clock.ts';
import { noted } from '../../../domain/reading/line.ts';
import { allowances, closedAt, policyOf, slot, start } from '../../../domain/reading/session.ts';
import { all, type Found, type Reading } from '../../../domain/reading/taken.ts';
import type { Due, Quote } from './due.ts';

/** A record and what is asked with it, as somebody has them on the table who looks for what is the matter. */
export interface OnTheTable {
  readonly events: readonly SessionEvent[];
  readonly unreadable: readonly UnreadableEvent[];
  /** What counts of the events. */
  readonly reading: Reading;
  readonly others: readonly Reading[];
  readonly documents: readonly GivenDocument[];
}

/** What one rule must find, in the order in which somebody comes upon it. */
export type Look = (table: OnTheTable) => readonly Due[];

/** An instant as the clock on the wall of the room said it; with the date where it was another day. */
export function hour(reading: Reading, at: number): Exclude<Quote, string> {
  const { zone, date: day } = slot(reading) ?? { zone: 'Europe/Paris', date: '' };
  const { date, time, seconds } = wallClock(at, zone);
  const said = seconds.endsWith(':00') ? time : seconds;
  return date === day ? { en: said, fr: said } : { en: `${said} on ${date}`, fr: `${said} le ${longDate(date)}` };
}

/** A length of time that may end within a second, as whole ones. */
export const wholeSeconds = (milliseconds: number): string => duration((milliseconds - (milliseconds % 1000)) / 1000);

/** Everybody who was ever put on the sheet, by number. */
export const people = (reading: Reading): readonly number[] => [
  ...new Set(all(reading, 'CandidateRegistered').map(({ data }) => data.candidate)),
];

/** The last event of these types. */
export const last = <T extends EventType>(reading: Reading, ...types: readonly T[]): Found<T> | null =>
  all(reading, ...types).at(-1) ?? null;

/** The last event of this type about somebody, whatever came of it. */
export const lastAbout = <T extends 'CandidateRegistered' | 'CandidateCorrected' | (`ExtraTime${string}` & EventType)>(
  reading: Reading,
  type: T,
  candidate: number,
): Found<T> | null =>
  all(reading, type).findLast(
    ({ data }) => (data as unknown as { readonly candidate: number }).candidate === candidate,
  ) ?? null;

/** How long somebody has, as it was declared last. */
export const declared = (reading: Reading, candidate: number) =>
  lastAbout(reading, 'ExtraTimeCorrected', candidate) ??
  lastAbout(reading, 'CandidateCorrected', candidate) ??
  lastAbout(reading, 'CandidateRegistered', candidate);

/** When the time was over of everybody who took the test, by number; of nobody before the close. */
export const endingsOf = (reading: Reading): ReadonlyMap<number, Ending> =>
  new Map(
    (closedAt(reading) === null ? [] : endings(reading)).map((ending) => [Number(ending.candidate), ending] as const),
  );

/** Whether somebody was known to be done by then. */
export function wasDone(reading: Reading, candidate: number, by: number): boolean {
  const close = last(reading, 'SessionClosed');
  const notSeen = noted(reading, candidate, 'EndScreenNotSeen');
  const isExplained = notSeen !== null && notSeen.revision < (close?.revision ?? 0);
  return [
    noted(reading, candidate, 'EndScreenSeen'),
    noted(reading, candidate, 'CandidateLeft'),
    isExplained && notSeen.data.cause !== 'timeRanOut' ? notSeen : null,
  ].some((found) => found !== null && found.at <= by);
}

/** The events that say when somebody's time is over. */
export function timeRestsOn(reading: Reading, candidate: number): readonly number[] {
  const own = policyOf(reading).clock === 'candidateStart' ? noted(reading, candidate, 'CandidateStarted') : null;
  return [
    own ?? start(reading),
    lastAbout(reading, 'ExtraTimeGranted', candidate) ?? declared(reading, candidate),
    ...allowances(reading).filter(({ data }) => data.candidates === 'all' || data.candidates.includes(candidate)),
  ].flatMap((found) => found?.revision ?? []);
}
