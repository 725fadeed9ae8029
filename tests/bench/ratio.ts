/** A figure against its limit. */
export interface Verdict {
  readonly what: string;
  readonly ratio: number;
  /** `at-least` this, or `at-most`. */
  readonly limit: { readonly kind: 'at-least' | 'at-most'; readonly value: number };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? Number.NaN)) / 2;
}

const sign = { 'at-least': '≥', 'at-most': '≤' } as const;

/** Whether a figure keeps its limit. */
export const isKept = ({ ratio, limit: { kind, value } }: Verdict): boolean =>
  kind === 'at-least' ? ratio >= value : ratio <= value;

/** A verdict as a line. */
export const verdictText = (verdict: Verdict): string => {
  const { what, ratio, limit } = verdict;
  const mark = isKept(verdict) ? 'kept' : 'MISSED';
  return `${what.padEnd(78)} ${ratio.toFixed(2).padStart(6)}   limit ${sign[limit.kind]} ${limit.value}   ${mark}`;
};
