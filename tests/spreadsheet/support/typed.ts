import type { SpreadsheetFormat } from '../../../src/adapters/spreadsheet/index.ts';
import { newBudget } from '../../../src/adapters/spreadsheet/workbook/budget.ts';
import { columnName } from '../../../src/adapters/spreadsheet/workbook/cell.ts';
import { openArchive } from '../../../src/adapters/spreadsheet/workbook/zip.ts';
import { archive, odsText } from './archive.ts';
import { FIRST } from './filled.ts';

/** What somebody types: the tab from 0, the line of the sheet from 1, and texts from column A on, `null` to leave one. */
export interface Typed {
  readonly tab: number;
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

const entity = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The part of a text that a pattern finds for the nth time, put in other words. */
const nth = (text: string, pattern: RegExp, n: number, other: (found: string) => string): string => {
  let at = -1;
  return text.replace(pattern, (found) => {
    at++;
    return at === n ? other(found) : found;
  });
};

const ODS_CELL = /<table:table-cell[^>]*?(?:\/>|>.*?<\/table:table-cell>)/gs;

const typedOds = (content: string, { tab, line, cells }: Typed): string =>
  nth(content, /<table:table .*?<\/table:table>/gs, tab, (table) =>
    nth(table, /<table:table-row.*?<\/table:table-row>/gs, FIRST + line - 2, (row) =>
      cells.reduce<string>(
        (now, text, column) => (text === null ? now : nth(now, ODS_CELL, column, () => odsText(entity(text)))),
        row,
      ),
    ),
  );

const typedXlsx = (sheet: string, { line, cells }: Typed): string =>
  cells.reduce<string>((now, text, at) => {
    const place = `<c r="${columnName(at + 1)}${FIRST + line - 1}"`;
    const cell = new RegExp(`${place}([^>]*?)( t="\\w+")?(/>|>.*?</c>)`, 's');
    return text === null
      ? now
      : now.replace(
          cell,
          (_, style: string) =>
            `${place}${style} t="inlineStr"><is><t xml:space="preserve">${entity(text)}</t></is></c>`,
        );
  }, sheet);

/**
 * A workbook in which somebody typed, and that is otherwise as it was: the library that others write with would lose some
 * of what it reads.
 */
export function typed(format: SpreadsheetFormat, bytes: Uint8Array, ...all: readonly Typed[]): Uint8Array {
  const opened = openArchive(bytes, newBudget());
  const parts = new Map([...opened.names].map((name) => [name, opened.text(name)]));
  for (const one of all) {
    const name = format === 'ods' ? 'content.xml' : `xl/worksheets/sheet${one.tab + 1}.xml`;
    const before = parts.get(name) ?? '';
    const after = format === 'ods' ? typedOds(before, one) : typedXlsx(before, one);
    if (after === before) throw new Error(`nothing can be typed in line ${one.line} of tab ${one.tab}`);
    parts.set(name, after);
  }
  const entries = [...parts].map(([name, content]) => ({ name, content, method: name === 'mimetype' ? 0 : 8 }));
  return archive(...entries);
}
