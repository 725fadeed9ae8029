/** A cell, as its file types it. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** `percent` where the cell shows the number as a percentage: 0.33 shows as 33 %. */
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  /** A calendar date `YYYY-MM-DD`, with a time `HH:MM:SS` unless it is midnight. */
  | { readonly kind: 'date'; readonly date: string; readonly time: string | null }
  /** A time of day, `HH:MM:SS`. */
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `text` is what the formula came to when the file was saved. */
  | { readonly kind: 'formula'; readonly text: string }
  /** An error of the spreadsheet: `#REF!`, `Err:502`. */
  | { readonly kind: 'error'; readonly text: string };

/** A cell in which nothing stands. */
export const EMPTY: Cell = { kind: 'empty' };

/** A cell of a text; one without any character is empty. */
export const textCell = (text: string): Cell => (text === '' ? EMPTY : { kind: 'text', text });

/** Some programs keep a truth as a formula without anything in it: `TRUE()`. @returns `null` for any other formula */
export function truthOf(formula: string): Cell | null {
  const [, truth] = /^(?:of:)?=?(TRUE|FALSE)\(\)$/i.exec(formula.trim()) ?? [];
  return truth === undefined ? null : { kind: 'boolean', value: truth.toUpperCase() === 'TRUE' };
}

/** A time without the seconds that are none. */
const shortTime = (time: string): string => (time.endsWith(':00') ? time.slice(0, 5) : time);

/** A share as a percentage, without the last digits of a float: 0.3333 is 33.33 %. */
const percentage = (value: number): string => `${Number((value * 100).toFixed(8))}%`;

/** A cell as text, dates as `YYYY-MM-DD` and times as `HH:MM`. */
export function textOf(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return cell.percent ? percentage(cell.value) : String(cell.value);
    case 'date':
      return cell.time === null ? cell.date : `${cell.date} ${shortTime(cell.time)}`;
    case 'time':
      return shortTime(cell.time);
    case 'boolean':
      return cell.value ? 'VRAI' : 'FAUX';
    default:
      return cell.text;
  }
}

/** The letters of a column, counted from 1: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? last : columnName(rest) + last;
}

/** A cell as a spreadsheet names it. @param column from 1 @param line from 1 */
export const cellName = (column: number, line: number): string => columnName(column) + line;
