import { type History, histories, type Likeness } from '../histories/histories.ts';
import type { Trial } from '../run/trial.ts';
import { historyText } from './historyText.ts';

/** What a trial over histories says beside its name and what must hold. */
export interface HistoryTrialOptions extends Partial<Likeness> {
  /** How many histories are tried unless the budget says otherwise; 100 unless it is given. */
  readonly runs?: number;
}

/**
 * A trial over histories that follow the procedure; a history of which it does not hold is told as given, when, then.
 *
 * @param name what must hold, as a sentence
 * @param holds throws where it does not
 */
export const historyTrial = (
  name: string,
  holds: (history: History) => Promise<void> | void,
  { runs = 100, ...likeness }: HistoryTrialOptions = {},
): Trial<History> => ({ name, cases: histories(likeness), holds, tell: historyText, runs });
