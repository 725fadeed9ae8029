import { shortDate } from '../../../projections/french/dates.ts';
import { LIMITS } from '../limits.ts';
import type { LaidCell, LaidRow } from './layout.ts';
import type { Look } from './looks.ts';

/** A cell in which nothing stands yet. */
export const blank = (look: Look): LaidCell => ({ cell: { kind: 'empty' }, look });

/** A cell of a text, as much of it as a cell can hold; one without any character is blank. */
export const text = (written: string, look: Look): LaidCell =>
  written === '' ? blank(look) : { cell: { kind: 'text', text: written.slice(0, LIMITS.text) }, look };

/** A cell of a number. */
export const number = (value: number, look: Look): LaidCell => ({ cell: { kind: 'number', value }, look });

/** The first day that all office suites agree on: in the calendar of Excel 1900 is a leap year. */
const FIRST_AGREED_DAY = '1900-03-01';

/** A cell of a day; one that is too early for a spreadsheet is a text. @param date `YYYY-MM-DD` */
export const day = (date: string, look: Look): LaidCell =>
  date < FIRST_AGREED_DAY ? text(shortDate(date), look) : { cell: { kind: 'date', date }, look };

/** The height of a line of text, in points. */
const LINE = 13.5;

/** A row of a head: one line, of cells that run on to the right. */
export const headRow = (...cells: readonly LaidCell[]): LaidRow => ({ height: 15, cells });

/** The tallest row that Excel has, in points. */
const TALLEST = 409;

/** How many lines a text takes in a column of so many digits; words are broken between them. */
const linesIn = (written: string, width: number): number =>
  written.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.15) / width)), 0);

/** A row of a table, as tall as its texts want it. @param widths of its columns @param least in points */
export function tableRow(cells: readonly LaidCell[], widths: readonly number[], least: number): LaidRow {
  const lines = cells.map(({ cell }, at) => (cell.kind === 'text' ? linesIn(cell.text, widths[at] ?? 1) : 1));
  return { height: Math.min(TALLEST, Math.max(least, Math.max(...lines) * LINE + 4)), cells };
}
