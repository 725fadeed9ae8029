import { type SheetField, sheetField } from '../../../domain/values/policy.ts';
import { ERASED_TEXT } from '../../../projections/french/personal.ts';
import { faultOf, type SpreadsheetFault, type SpreadsheetRule } from '../fault.ts';
import { cellName, textOf } from '../workbook/cell.ts';
import { odditiesOf } from '../workbook/oddities.ts';
import type { Row, Tab, Workbook } from '../workbook/workbook.ts';
import { columnOf } from './cells.ts';
import { readHead } from './head.ts';
import type { FilledLine, FilledSheet } from './line.ts';
import { readLine } from './rows.ts';
import { faultAt, headingsOf, readTable, type Table } from './table.ts';
import { KNOWN_VERSIONS } from './versions.ts';

/** The attendance sheets of a file, and all that is wrong with any of them. */
export interface SheetsReading {
  /** Those that are filled in; without the lines that are at fault. */
  readonly sheets: readonly FilledSheet[];
  /** The tabs that hold a blank sheet. */
  readonly blank: readonly string[];
  /** In the order of the file. Where there is any, nothing of the file should be taken. */
  readonly faults: readonly SpreadsheetFault[];
}

/** Whether anything of a candidate stands in a row; the numbers of the lines are printed beforehand. */
function isFilled({ columns }: Table, { cells }: Row): boolean {
  const number = columns.get('number')?.number;
  return cells.some(({ kind }, at) => kind !== 'empty' && at + 1 !== number);
}

/** Notes the cells that stand under no heading, and those that cannot be taken as they stand. */
function reportLayout(table: Table, rows: readonly Row[]): void {
  const known = new Set([...table.columns.values()].map(({ number }) => number));
  const lines = new Set(rows.map(({ line }) => line));
  for (const { line, cells } of rows) {
    const stray = cells.findIndex(({ kind }, at) => kind !== 'empty' && !known.has(at + 1));
    if (stray !== -1) faultAt(table, 'cell-without-heading', stray + 1, line);
  }
  for (const { line, column, rule, detail } of odditiesOf(table.tab, (at) => lines.has(at))) {
    faultAt(table, rule, column, line, detail);
  }
}

/** Notes what stands twice and may not. */
function reportTwice(
  table: Table,
  lines: readonly FilledLine[],
  rule: SpreadsheetRule,
  column: number | undefined,
  value: (line: FilledLine) => unknown,
): void {
  const first = new Map<unknown, number>();
  for (const filled of lines) {
    const known = first.get(value(filled));
    if (value(filled) === null || column === undefined) continue;
    if (known === undefined) first.set(value(filled), filled.line);
    else faultAt(table, rule, column, filled.line, cellName(column, known));
  }
}

const fieldsOf = (table: Table): readonly SheetField[] =>
  sheetField.options.filter((field) => columnOf(table, field) !== undefined);

/** A line whose candidate was erased says nothing any more. */
const isErased = (table: Table, { cells }: Row): boolean => {
  const cell = cells[(columnOf(table, 'surname') ?? 1) - 1];
  return cell !== undefined && textOf(cell) === ERASED_TEXT;
};

type TabReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'blank'; readonly faults: readonly SpreadsheetFault[] }
  | { readonly kind: 'filled'; readonly sheet: FilledSheet; readonly faults: readonly SpreadsheetFault[] };

function readTab(file: string, tab: Tab, position: number): TabReading {
  const headings = headingsOf(tab);
  if (headings === undefined) return { kind: 'none' };
  const { table, version } = readTable(file, tab, headings);
  const rows = tab.rows.filter((row) => row.line > headings.line && isFilled(table, row) && !isErased(table, row));
  if (rows.length === 0 && version !== null) return { kind: 'blank', faults: [] };
  if (tab.hidden) return { kind: 'blank', faults: [faultOf(file, 'tab-hidden', { tab: tab.name })] };
  if (version === null) return { kind: 'blank', faults: table.faults };
  reportLayout(table, rows);
  const lines = rows.flatMap((row) => readLine(table, row) ?? []);
  const { head, faults } = readHead(
    tab.rows.filter(({ line }) => line < headings.line),
    { file, tab: tab.name },
  );
  reportTwice(table, lines, 'line-number-twice', table.columns.get('number')?.number, ({ number }) => number);
  reportTwice(
    table,
    lines,
    'certification-number-twice',
    table.columns.get('certificationNumber')?.number,
    ({ certificationNumber }) => certificationNumber,
  );
  const fields = fieldsOf(table);
  const sheet = { file, tab: tab.name, position, version: version.name, fields, head, lines };
  return { kind: 'filled', sheet, faults: [...faults, ...table.faults] };
}

/**
 * « L'enseignant remplit pour chaque session la feuille d'émargement »: reads the sheets of a file, one for each tab,
 * before the test or after it. All faults of all tabs are told at once, each with its tab and its cell.
 */
export function readSheets({ file, tabs }: Workbook): SheetsReading {
  const read = tabs.map((tab, at) => ({ tab, reading: readTab(file, tab, at + 1) }));
  const sheets = read.flatMap(({ reading }) => (reading.kind === 'filled' ? [reading.sheet] : []));
  const faults = read.flatMap(({ reading }) => (reading.kind === 'none' ? [] : reading.faults));
  const blank = read.flatMap(({ tab, reading }) =>
    reading.kind === 'blank' && reading.faults.length === 0 ? [tab.name] : [],
  );
  if (sheets.length > 0 || faults.length > 0) return { sheets, blank, faults };
  const rule = blank.length > 0 ? 'sheets-blank' : 'sheet-missing';
  return { sheets, blank, faults: [faultOf(file, rule, { detail: KNOWN_VERSIONS })] };
}
