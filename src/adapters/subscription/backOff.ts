/** After the first failure, in milliseconds. */
const FIRST_MS = 50;

/** However many failures there were, in milliseconds. */
const LONGEST_MS = 15_000;

/**
 * How long to wait after so many failures in a row, in milliseconds: twice as long each time, and between half of that
 * and the whole by chance, so that those who failed together do not all come back at once.
 *
 * @param chance from 0 to 1
 */
export function backOff(failures: number, chance: number = Math.random()): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 30));
  return whole * (0.5 + chance / 2);
}
