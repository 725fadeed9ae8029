/** How long the pauses are, in milliseconds. */
export interface Pauses {
  /** After the first failure, at most. */
  readonly pauseMs: number;
  /** However many failures there were. */
  readonly longestPauseMs: number;
}

const PAUSES: Pauses = { pauseMs: 50, longestPauseMs: 15_000 };

/**
 * How long to wait after so many failures in a row, in milliseconds: twice as long each time, and between half of that
 * and the whole by chance, so that those who failed together do not all come back at once.
 *
 * @param failures from 1
 * @param chance from 0 to 1
 */
export function backOff(
  failures: number,
  { pauseMs, longestPauseMs }: Pauses = PAUSES,
  chance: number = Math.random(),
): number {
  const whole = Math.min(longestPauseMs, pauseMs * 2 ** Math.min(failures - 1, 30));
  return whole * (0.5 + chance / 2);
}
