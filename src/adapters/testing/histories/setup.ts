import fc from 'fast-check';
import { instantAt } from '../../../domain/values/time.ts';
import { PLACES_OF_SESSIONS } from '../arbitraries/people.ts';
import { nth } from './choice.ts';

/** How a session of a history is set up. */
export interface Setup {
  /** Index into the places where sessions are held. */
  readonly place: number;
  /** The day of the session, `YYYY-MM-DD`, on the wall clock of its place. */
  readonly date: string;
  /** The session begins half an hour after this one. */
  readonly hour: number;
  readonly examiners: number;
  /** How many candidates the examiners mean to register. */
  readonly candidates: number;
  readonly candidatesPerExaminer: number;
  readonly durationSeconds: number;
  readonly clock: 'accessCodeGiven' | 'candidateStart';
  /** Whether Pix issues the code before anybody is on the sheet. */
  readonly codeFirst: boolean;
  /** Whether numbers and end screens are noted at once, on paper to be typed in after the close, or not at all. */
  readonly notes: 'atOnce' | 'onPaper' | 'lost';
  /** Whether Pix sends the sheet back once. */
  readonly isReturned: boolean;
  /** How many states are gone through straight on before other things may happen, so that late ones get their share. */
  readonly haste: number;
  /** Whether people may be erased once the session is over. */
  readonly erases: boolean;
}

/** The two days of 2019 on which the clocks changed in Europe/Paris. */
const CHANGES_OF_THE_CLOCKS = ['2019-03-31', '2019-10-27'] as const;

/** How sessions are set up; what shrinks away is what is not the procedure's own with one examiner, on a day in May. */
export const setups: fc.Arbitrary<Omit<Setup, 'erases'>> = fc.record({
  place: fc.oneof(fc.constant(0), fc.nat(PLACES_OF_SESSIONS.length - 1)),
  date: fc.oneof(
    { withCrossShrink: true },
    { weight: 5, arbitrary: fc.constant('2019-05-14') },
    { weight: 2, arbitrary: fc.constantFrom(...CHANGES_OF_THE_CLOCKS) },
    { weight: 1, arbitrary: fc.constant('2020-02-29') },
  ),
  hour: fc.constantFrom(8, 8, 14, 1),
  examiners: fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 3 }) },
  ),
  candidates: fc.oneof(
    { withCrossShrink: true },
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 1, arbitrary: fc.constant(21) },
  ),
  candidatesPerExaminer: fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constant(20) },
    { weight: 1, arbitrary: fc.constant(2) },
  ),
  durationSeconds: fc.oneof({ withCrossShrink: true }, fc.constant(105 * 60), fc.integer({ min: 60, max: 7200 })),
  clock: fc.constantFrom('accessCodeGiven', 'candidateStart'),
  codeFirst: fc.nat(3).map((n) => n === 3),
  notes: fc.constantFrom('atOnce', 'atOnce', 'atOnce', 'onPaper', 'onPaper', 'lost', 'lost'),
  isReturned: fc.nat(2).map((n) => n === 2),
  haste: fc.oneof(fc.constant(0), fc.nat(6)),
});

/** Half past an hour, `08:30`. */
const halfPast = (hour: number): string => `${String(hour).padStart(2, '0')}:30`;

/** Two hours on the session's wall clock, from half past an hour so much later than it was set up for. */
export function hoursOf({ place, date, hour }: Setup, later = 0) {
  const { zone } = nth(PLACES_OF_SESSIONS, place);
  return { date, start: halfPast(hour + later), end: halfPast(hour + later + 2), zone };
}

/** How long before its slot a session is planned, so that a session of the night goes through the change of the clocks. */
const AHEAD = 2 * 3_600_000;

/** When a history begins, epoch milliseconds. */
export function beginningOf(setup: Setup): number {
  const { date, start, zone } = hoursOf(setup);
  return Number(instantAt(date, start, zone)) - AHEAD;
}
