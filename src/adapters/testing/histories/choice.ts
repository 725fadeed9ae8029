import fc from 'fast-check';

/**
 * One step of a history, as plain numbers. They shrink towards 0, and 0 always means the simplest: no mistake, the
 * next step towards the results, the first candidate, the shortest time, noted at once.
 */
export interface Choice {
  /** Below the share of mistakes, a command that must be refused. */
  readonly mistake: number;
  /** Which of the moves that the state offers. */
  readonly move: number;
  /** About whom. */
  readonly who: number;
  /** With which of the possible contents. */
  readonly how: number;
  /** Minutes since the step before. */
  readonly minutes: number;
  /** 0 is noted at once; anything else is typed in later, so much of the possible time ago. */
  readonly late: number;
}

/** The choice that always means the simplest. */
export const SIMPLEST: Choice = { mistake: 100, move: 0, who: 0, how: 0, minutes: 1, late: 0 };

/** Any choice. */
export const choices: fc.Arbitrary<Choice> = fc.record({
  mistake: fc.nat(99).map((n) => 99 - n),
  move: fc.nat(9999),
  who: fc.nat(99),
  how: fc.nat(9999),
  minutes: fc.oneof({ weight: 9, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.nat(120) }),
  late: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(100) }),
});

/** The item at a number, counted round and round. */
export function nth<T>(items: readonly T[], n: number): T {
  const item = items[n % items.length];
  if (item === undefined) throw new RangeError('there is nothing to choose from');
  return item;
}
