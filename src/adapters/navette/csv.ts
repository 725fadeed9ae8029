import { parse } from 'csv-parse/sync';
import { LIMITS } from './limits.ts';

/** A row of cells as written, and the physical line on which it begins, counted from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line whose quotation marks do not match, and the column, counted from 1, in which they go wrong. */
interface Unbalanced {
  readonly line: number;
  readonly columnNumber: number;
}

/** The rows of a text, and the lines that are none. */
export interface Grid {
  readonly rows: readonly Row[];
  readonly unbalanced: readonly Unbalanced[];
}

/** The characters that separate cells: an office suite in France writes `;`, others `,` or a tab. */
export const DELIMITERS = [';', ',', '\t'] as const;

/** The only thing that the parser refuses with the options below is a quotation mark; its error counts columns from 0. */
function columnOf(error: unknown): number {
  const { column }: { column?: unknown } = Object(error);
  return Number(column) + 1;
}

/** The physical lines of a text, which end in CRLF, LF or CR. */
export const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n');

/**
 * Cuts a text into rows and cells. A quotation mark that is never closed would swallow the rest of the file, so reading
 * starts again on the line after it: one slip costs one row.
 *
 * @param lines the physical lines, from the first of the file on
 * @param delimiter what separates cells
 */
export function cut(lines: readonly string[], delimiter: string): Grid {
  const rows: Row[] = [];
  const unbalanced: Unbalanced[] = [];
  let next = 0;
  while (next < lines.length && unbalanced.length < LIMITS.unbalancedLines) {
    const first = next;
    try {
      parse(lines.slice(first).join('\n'), {
        delimiter,
        record_delimiter: '\n',
        relax_column_count: true,
        on_record: (cells, { lines: last }) => {
          rows.push({ line: next + 1, cells });
          next = first + last;
          return null;
        },
      });
      next = lines.length;
    } catch (error) {
      unbalanced.push({ line: next + 1, columnNumber: columnOf(error) });
      next += 1;
    }
  }
  return { rows, unbalanced };
}
