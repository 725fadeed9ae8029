import { invalid } from './ranges.ts';
import { shown } from './shown.ts';
import type { RowValue, Wanted } from './views.ts';

/** From here to there, both included; where an end is open, there is none. Of two kinds of value, only the ends' own. */
export interface WantedRange {
  readonly from: RowValue | null;
  readonly to: RowValue | null;
}

/**
 * What a column must have, as a range.
 *
 * @throws StoreError `range-invalid` where it is no value of a column, or goes from a number to a text
 */
export function wantedRange(wanted: Wanted): WantedRange {
  if (typeof wanted !== 'object' || wanted === null) return { from: rowValue(wanted), to: wanted };
  const { from = null, to = null } = wanted;
  const isOneKind = from === null || to === null || typeof from === typeof to;
  if (!isOneKind || (from === null && to === null)) {
    throw invalid('range of a column', `${shown(from)} to ${shown(to)}`);
  }
  return { from: from === null ? null : rowValue(from), to: to === null ? null : rowValue(to) };
}

/**
 * A value of a column, as it was given.
 *
 * @throws StoreError `range-invalid` where it is neither a text that UTF-8 can carry nor a finite number
 */
export function rowValue(value: RowValue): RowValue {
  if (typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && value.isWellFormed()) {
    return value;
  }
  throw invalid('value of a column', value);
}
