import type { RowValue } from '../../domain/store/views.ts';

/** Whether a value comes before another of its kind. Texts by code points, as UTF-8 has them, and not by 16-bit units. */
export function isBefore(one: RowValue, other: RowValue): boolean {
  if (typeof one === 'number' || typeof other === 'number') return one < other;
  const [left, right] = [Array.from(one), Array.from(other)];
  const place = left.findIndex((character, index) => character !== right[index]);
  if (place === -1) return left.length < right.length;
  return (left[place]?.codePointAt(0) ?? 0) < (right[place]?.codePointAt(0) ?? -1);
}
