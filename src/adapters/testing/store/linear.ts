import { answerOfTheLog, claimed } from './answers.ts';
import type { Call } from './calls.ts';
import type { Capabilities } from './capabilities.ts';
import { ReferenceLog } from './reference.ts';
import { isSame } from './same.ts';

/** A call that was answered, and when: the moments are counted, not measured. */
export interface Answered {
  readonly call: Call;
  readonly answer: unknown;
  readonly called: number;
  readonly answered: number;
}

/**
 * Whether some order of the calls, in which none comes before one that was answered before it was made, gets the same
 * answers from the plain log. The search of Wing and Gong, which remembers where it has been in vain.
 *
 * Its cost grows with the number of calls that overlap: a dozen calls are fine.
 */
export function isLinearizable(history: readonly Answered[], capabilities: Capabilities): boolean {
  const inVain = new Set<string>();

  const canGoOn = (left: readonly Answered[], log: ReferenceLog): boolean => {
    if (left.length === 0) return true;
    const stored = log.readAll(0);
    const place = `${left.map(({ called }) => called).join()}:${stored.map(({ id }) => id).join()}`;
    if (inVain.has(place)) return false;
    const firstAnswer = Math.min(...left.map(({ answered }) => answered));
    for (const one of left) {
      if (one.called > firstAnswer) continue;
      const after = new ReferenceLog(stored);
      const answer = answerOfTheLog(after, one.call);
      if (!isSame(claimed(one.answer, capabilities), claimed(answer, capabilities))) continue;
      if (
        canGoOn(
          left.filter((other) => other !== one),
          after,
        )
      )
        return true;
    }
    inVain.add(place);
    return false;
  };

  return canGoOn(history, new ReferenceLog());
}
