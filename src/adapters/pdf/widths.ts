/** How wide a column would be at best, and how narrow it can be, in points. */
export interface Bounds {
  /** So that no line in it is wrapped. */
  readonly wanted: number;
  /** So that no word in it is broken. */
  readonly needed: number;
  /** How much it takes of what nobody needs, beside the others. */
  readonly weight: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The widths of the highest level that fits, in halves from above and below: nobody sees a millionth of a point. */
function levelled(widthsAt: (level: number) => readonly number[], width: number): readonly number[] {
  let [low, high] = [0, width];
  for (let halving = 0; halving < 30; halving++) {
    const level = (low + high) / 2;
    if (sum(widthsAt(level)) <= width) low = level;
    else high = level;
  }
  return widthsAt(low);
}

/**
 * Shares a width between columns. Where there is enough, each has what it wants and its part of the rest; where there is
 * not, the widest give way, down to their longest words, and only then are words broken.
 */
export function shared(columns: readonly Bounds[], width: number): readonly number[] {
  const spare = width - sum(columns.map(({ wanted }) => wanted));
  if (spare >= 0) {
    const all = sum(columns.map(({ weight }) => weight));
    return columns.map(({ wanted, weight }) => wanted + (all === 0 ? 0 : (spare * weight) / all));
  }
  return sum(columns.map(({ needed }) => needed)) <= width
    ? levelled((level) => columns.map((column) => Math.min(column.wanted, Math.max(column.needed, level))), width)
    : levelled((level) => columns.map(({ needed }) => Math.min(needed, level)), width);
}
