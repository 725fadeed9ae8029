import { faultOf, type SpreadsheetFault } from './fault.ts';
import { type Cell, cellName, textOf } from './workbook/cell.ts';
import { odditiesOf } from './workbook/oddities.ts';
import type { Row, Tab, Workbook } from './workbook/workbook.ts';

/** The rows of the one table of a workbook, as texts. */
export interface SlotRows {
  /** The tab that holds the table; `null` where there is none. */
  readonly tab: string | null;
  /** As `readNavetteRows` of `emargement/navette` takes them. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** What stands in the way of taking them. */
  readonly faults: readonly SpreadsheetFault[];
}

/** Cells in one row from which on it belongs to a table; a title, or a line of explanation, has fewer. */
const ENOUGH = 5;

const isOfTable = ({ cells }: Row): boolean => cells.filter(({ kind }) => kind !== 'empty').length >= ENOUGH;

const SECONDS = 86_400;

/** A plain number less than one is part of a day: nothing else in a Navette is. */
function slotText(cell: Cell): string {
  if (cell.kind !== 'number' || cell.percent || cell.value <= 0 || cell.value >= 1) return textOf(cell);
  const seconds = Math.round(cell.value * SECONDS);
  return textOf({ kind: 'time', time: new Date((seconds % SECONDS) * 1000).toISOString().slice(11, 19) });
}

const empty = (file: string, ...faults: readonly SpreadsheetFault[]): SlotRows => ({
  tab: null,
  rows: [],
  faults: faults.length > 0 ? faults : [faultOf(file, 'table-missing')],
});

function rowsOf(file: string, tab: Tab): SlotRows {
  const from = tab.rows.find(isOfTable)?.line ?? 1;
  const faults = odditiesOf(tab, (line) => line >= from).map(({ line, column, rule, detail }) => {
    const cell = tab.rows.find((row) => row.line === line)?.cells[column - 1];
    const value = cell === undefined ? '' : textOf(cell);
    return faultOf(file, rule, { tab: tab.name, cell: cellName(column, line), value, personal: true, detail });
  });
  const rows = tab.rows.map(({ line, cells }) => ({ line, cells: cells.map(slotText) }));
  return { tab: tab.name, rows, faults };
}

/**
 * The rows of a « Navette créneaux » that is kept as a workbook: typed dates and times become what the reader of the CSV
 * reads, times as fractions of a day too. Formulas, errors, merged and hidden cells in the table are faults.
 */
export function slotRows({ file, tabs }: Workbook): SlotRows {
  const tables = tabs.filter(({ rows }) => rows.some(isOfTable));
  const hidden = tables.filter((tab) => tab.hidden);
  if (hidden.length > 0) return empty(file, ...hidden.map(({ name }) => faultOf(file, 'tab-hidden', { tab: name })));
  const [only, ...others] = tables;
  if (only === undefined) return empty(file);
  if (others.length === 0) return rowsOf(file, only);
  const detail = tables.map(({ name }) => name).join(', ');
  return empty(file, faultOf(file, 'one-table-only', { detail }));
}
