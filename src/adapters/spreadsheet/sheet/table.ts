import { faultOf, type SpreadsheetFault, type SpreadsheetRule } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import { cellName, textOf } from '../workbook/cell.ts';
import type { Row, Tab } from '../workbook/workbook.ts';
import { type ColumnMeaning, meaningOf } from './columns.ts';
import { KNOWN_VERSIONS, type SheetVersion, versionOf } from './versions.ts';

/** A column whose heading was understood. */
interface KnownColumn {
  /** From 1. */
  readonly number: number;
  readonly heading: string;
}

/** The table of a tab: its headings, and what is found on the way. */
export interface Table {
  readonly file: string;
  readonly tab: Tab;
  readonly headings: Row;
  readonly columns: ReadonlyMap<ColumnMeaning, KnownColumn>;
  readonly faults: SpreadsheetFault[];
}

/** Headings that a row must have to be the row of headings. */
const ENOUGH = 3;

const tidy = (heading: string): string => heading.trim().replace(/\s+/gu, ' ');

/** The row of headings of a tab; `undefined` where it is no attendance sheet. */
export const headingsOf = ({ rows }: Tab): Row | undefined =>
  rows
    .slice(0, LIMITS.rowsToHeadings)
    .find(({ cells }) => new Set(cells.flatMap((cell) => meaningOf(textOf(cell)) ?? [])).size >= ENOUGH);

/** Notes a fault of a cell. @param value personal, since whatever stands in a sheet may name somebody */
export function faultAt(
  { file, tab, faults }: Pick<Table, 'file' | 'tab' | 'faults'>,
  rule: SpreadsheetRule,
  column: number,
  line: number,
  detail = '',
): void {
  const cell = tab.rows.find((row) => row.line === line)?.cells[column - 1];
  const value = cell === undefined ? '' : textOf(cell);
  const place = { tab: tab.name, cell: cellName(column, line) };
  faults.push(faultOf(file, rule, { ...place, value, personal: value !== '', detail }));
}

const quoted = (headings: readonly string[]): string => headings.map((heading) => `« ${tidy(heading)} »`).join(', ');

/**
 * Reads the headings of a tab, and tells its version from them. Where the same stands twice, or the version is not known,
 * a fault says what was found and what is known.
 */
export function readTable(
  file: string,
  tab: Tab,
  headings: Row,
): { readonly table: Table; readonly version: SheetVersion | null } {
  const columns = new Map<ColumnMeaning, KnownColumn>();
  const table: Table = { file, tab, headings, columns, faults: [] };
  const unknown: string[] = [];
  for (const [at, cell] of headings.cells.entries()) {
    const heading = textOf(cell);
    const meaning = meaningOf(heading);
    if (heading.trim() === '') continue;
    const first = meaning === null ? undefined : columns.get(meaning);
    if (meaning === null) unknown.push(heading);
    else if (first === undefined) columns.set(meaning, { number: at + 1, heading: tidy(heading) });
    else faultAt(table, 'heading-twice', at + 1, headings.line, cellName(first.number, headings.line));
  }
  const version = unknown.length === 0 ? versionOf([...columns.keys()]) : undefined;
  if (version !== undefined) return { table, version: table.faults.length === 0 ? version : null };
  const found = unknown.length > 0 ? unknown : [...columns.values()].map(({ heading }) => heading);
  const cell = cellName(1, headings.line);
  const detail = `${quoted(found)} ; ${KNOWN_VERSIONS}`;
  table.faults.push(faultOf(file, 'version-unknown', { tab: tab.name, cell, detail }));
  return { table, version: null };
}
