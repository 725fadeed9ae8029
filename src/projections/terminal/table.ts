import { visible } from './visible.ts';
import { largest, widestWord, widthOf, wrap } from './wrap.ts';

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** The least width, in columns of the terminal, where there must be room to write by hand. */
  readonly least?: number;
}

/** How wide a table is made unless somebody asks for another width. */
const WIDTH = 120;

const SEPARATOR = ' │ ';

/** How wide a column wants to be, and how narrow it can be without cutting a word. */
const bounds = ({ title, least = 0 }: Column, texts: readonly string[]) => ({
  wanted: largest([least, ...[title, ...texts].flatMap((text) => text.split('\n')).map(widthOf)]),
  needed: largest([least, ...[title, ...texts].map(widestWord)]),
});

/** Takes width from the widest column that can spare some, until the table fits or no column can. */
function fitted(
  columns: readonly { readonly wanted: number; readonly needed: number }[],
  most: number,
): readonly number[] {
  const widths = columns.map(({ wanted }) => wanted);
  let excess = widths.reduce((sum, width) => sum + width + SEPARATOR.length, -SEPARATOR.length) - most;
  while (excess > 0) {
    const spare = columns.map(({ needed }, place) => (Number(widths[place]) > needed ? Number(widths[place]) : 0));
    const widest = largest(spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}

/** The lines of one row: each cell wrapped to its column and filled up. */
function rowLines(cells: readonly string[], widths: readonly number[]): readonly string[] {
  const wrapped = cells.map((cell, place) => wrap(cell, Number(widths[place])));
  const height = largest(wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, place) => {
        const text = lines[line] ?? '';
        return text + ' '.repeat(Number(widths[place]) - widthOf(text));
      })
      .join(SEPARATOR)
      .trimEnd(),
  );
}

/**
 * A table for a terminal. Widths follow the contents; what is too wide is wrapped between words, and no word is cut.
 *
 * @param columns at least one
 * @param cells as many in each row as there are columns
 * @param most how wide it is made unless its words need more, in columns of the terminal
 */
export function table(columns: readonly Column[], cells: readonly (readonly string[])[], most = WIDTH): string {
  // Before they are measured: what is shown in the place of a character is wider.
  const rows = cells.map((row) => row.map(visible));
  const titles = columns.map(({ title }) => title);
  const widths = fitted(
    columns.map((column, place) =>
      bounds(
        column,
        rows.map((row) => String(row[place])),
      ),
    ),
    most,
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('─┼─');
  const body = rows.map((row) => rowLines(row, widths));
  const between = body.some(({ length }) => length > 1) ? [rule] : [];
  return [
    ...rowLines(titles, widths),
    rule,
    ...body.flatMap((lines, row) => (row === 0 ? lines : [...between, ...lines])),
  ].join('\n');
}
