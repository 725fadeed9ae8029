/** How often each of what there is was met. */
export interface Tally {
  /** Everything there is to meet. */
  readonly known: readonly string[];
  /** How often each was met; what was not met is missing. */
  readonly counts: ReadonlyMap<string, number>;
}

/** What of a tally was never met. */
export const missingFrom = ({ known, counts }: Tally): readonly string[] => known.filter((name) => !counts.has(name));

/** What share of all there is was met, from 0 to 1. */
export const shareOf = (tally: Tally): number => 1 - missingFrom(tally).length / tally.known.length;

/** Counts one more. */
export const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};
