import { type History, histories, type Likeness } from '../histories/histories.ts';
import { historyText } from '../report/historyText.ts';
import type { Trial } from '../run/trial.ts';
import { type Subject, type WholeSubject, wholeOf } from './subject.ts';

/** A law: for each subject, something that can be tried on it. */
export type Law = (subject: Subject) => Trial<History>;

/** How often a law is tried, and on what histories. */
export interface LawOptions extends Partial<Likeness> {
  readonly runs: number;
}

/**
 * States a law. Nobody is erased in the histories that it is tried on, since a front door may stand on a store that
 * cannot erase.
 *
 * @param name what holds, as a sentence
 * @param holds throws where it does not
 */
export const law =
  (
    name: string,
    { runs, ...likeness }: LawOptions,
    holds: (subject: WholeSubject, history: History) => Promise<void>,
  ): Law =>
  (subject) => {
    const whole = wholeOf(subject);
    return {
      name,
      runs,
      cases: histories({ ...likeness, erasures: false }),
      holds: (history) => holds(whole, history),
      tell: historyText,
    };
  };
