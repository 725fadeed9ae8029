import { type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { columnName } from '../workbook/cell.ts';
import type { Check } from './checks.ts';
import type { LaidCell, LaidRow, LaidTab, Layout } from './layout.ts';
import { type Appearance, FONT, LOOKS, type Look } from './looks.ts';
import { FOOT_CM, MARGIN_CM } from './paper.ts';

const SIDE = { style: 'thin' } as const;

const FORMATS = { text: '@', day: 'dd/mm/yyyy', number: '0' } as const;

const styleOf = ({ bold, size, fill, boxed, align, wrapped, holds, isOpen }: Appearance): CellStyle => ({
  // What every cell has by itself is left out: the library compares each style of each cell with all others.
  ...(bold || size !== LOOKS.fact.size ? { font: { name: FONT, size, bold } } : {}),
  ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
  ...(boxed ? { border: { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE } } : {}),
  alignment: {
    ...(align === 'left' && holds === 'text' ? {} : { horizontal: align }),
    vertical: 'center',
    wrapText: wrapped,
  },
  numFmt: FORMATS[holds],
  ...(isOpen ? { protection: { locked: false } } : {}),
});

const STYLES = Object.fromEntries(
  Object.entries(LOOKS).map(([look, appearance]) => [look, styleOf(appearance)]),
) as Record<Look, CellStyle>;

/** What XML cannot hold stands escaped in an .xlsx, and so does what looks like it. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\uFFFE\uFFFF]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase()}_`);

function valueFor({ cell }: LaidCell): CellValue {
  switch (cell.kind) {
    case 'text':
      return escaped(cell.text);
    case 'number':
      return cell.value;
    case 'date':
      return new Date(cell.date);
    default:
      return null;
  }
}

/**
 * What the library is told of a cell beside its value; `null` where it is as others of its column. A text like « #N/A »
 * would be taken for an error of the spreadsheet; one in runs is a text.
 */
function besides({ cell, look }: LaidCell, column: Look | undefined): Partial<Cell> | null {
  const isCode = cell.kind === 'text' && cell.text.startsWith('#');
  if (look === column && !isCode) return null;
  return { style: STYLES[look], ...(isCode ? { richText: [{ text: escaped(cell.text) }] } : {}) };
}

/** The cells that are not as others of their column. */
function exceptions(rows: readonly LaidRow[], columns: readonly Look[]): Map<string, Partial<Cell>> {
  const found = new Map<string, Partial<Cell>>();
  for (const [row, { cells }] of rows.entries()) {
    for (const [column, laid] of cells.entries()) {
      const beside = besides(laid, columns[column]);
      if (beside !== null) found.set(`${row},${column}`, beside);
    }
  }
  return found;
}

const dayFormula = (date: string): string => `DATE(${date.split('-').map(Number).join(',')})`;

const validationOf = ({ column, from, to, title, hint, warning, expects }: Check): DataValidation => ({
  range: `${columnName(column)}${from}:${columnName(column)}${to}`,
  allowBlank: true,
  showInputMessage: true,
  inputTitle: title,
  inputMessage: hint,
  showErrorMessage: true,
  errorStyle: 'warning',
  errorTitle: title,
  errorMessage: warning,
  ...(expects.kind === 'one-of'
    ? { type: 'list', values: [...expects.texts] }
    : {
        type: 'date',
        operator: 'between',
        formula1: dayFormula(expects.first),
        formula2: dayFormula(expects.last),
      }),
});

const INCH_CM = 2.54;

const MARGINS = { top: MARGIN_CM, left: MARGIN_CM, right: MARGIN_CM, bottom: MARGIN_CM + FOOT_CM, footer: MARGIN_CM };

const PAGE: Pick<WriteSheet, 'headerFooter' | 'protection'> = {
  headerFooter: { oddFooter: '&L&A&RPage &P/&N' },
  protection: { sheet: true, formatCells: true, formatColumns: true, formatRows: true },
};

function sheetOf({ name, widths, rows, checks }: LaidTab): WriteSheet {
  const looks = rows.at(-1)?.cells.map(({ look }) => look) ?? [];
  return {
    ...PAGE,
    name,
    columns: widths.map((width, at) => ({ width, style: STYLES[looks[at] ?? 'fact'] })),
    rows: rows.map(({ cells }) => cells.map(valueFor)),
    cells: exceptions(rows, looks),
    rowDefs: new Map(rows.map(({ height }, row) => [row, { height }])),
    dataValidations: checks.map(validationOf),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: Object.fromEntries(Object.entries(MARGINS).map(([side, cm]) => [side, cm / INCH_CM])),
    },
  };
}

/** The row that is printed on each page, as Excel names it. */
const titlesOf = ({ name, headings }: LaidTab) => ({
  name: '_xlnm.Print_Titles',
  range: `'${name}'!$${headings}:$${headings}`,
  scope: name,
});

/**
 * The day on which archives begin to count: what a file says of itself besides its title is the same each time, so that
 * the same sessions give the same bytes.
 */
const NO_DAY = new Date('1980-01-01T00:00:00Z');

/** Writes a layout as .xlsx. */
export const writeXlsxLayout = ({ title, tabs }: Layout): Promise<Uint8Array> =>
  writeXlsx({
    sheets: tabs.map(sheetOf),
    // Of its page setup the library makes a name without the quotation marks that a space asks for.
    namedRanges: tabs.map(titlesOf),
    properties: { title, created: NO_DAY, modified: NO_DAY },
    defaultFont: { name: FONT, size: LOOKS.fact.size },
  });
