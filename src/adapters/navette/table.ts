import type { Establishment } from '../../domain/values/establishment.ts';
import type { Slot } from '../../domain/values/slot.ts';
import { findClashes } from './clashes.ts';
import type { Grid, Row } from './csv.ts';
import { EXPECTED } from './fields.ts';
import { findHeadingRow, readHeadings } from './headingRow.ts';
import { LIMITS } from './limits.ts';
import type { NavettePlan } from './plan.ts';
import type { Report } from './report.ts';
import { isBlank, type ReadRow, readRows } from './rows.ts';

/** A row of which every part could be read. */
interface WholeRow extends ReadRow {
  readonly establishment: Establishment;
  readonly slot: Slot;
}

/** Reports the lines that are no rows; above the headings, a title may hold any quotation mark. */
function reportUnbalanced({ unbalanced }: Grid, headings: Row | undefined, report: Report): void {
  for (const { line, columnNumber } of unbalanced) {
    if (line < (headings?.line ?? 0)) continue;
    const column = { number: columnNumber, heading: headings?.cells[columnNumber - 1] ?? null };
    report.fault('quotes-unbalanced', { line, column });
  }
  const last = unbalanced[LIMITS.unbalancedLines - 1];
  if (last !== undefined) report.fault('quotes-unbalanced-too-often', { line: last.line });
}

/** The rows under the headings, without the blank ones and those beyond the limit. */
function rowsUnder(rows: readonly Row[], headings: Row, grid: Grid, report: Report): readonly Row[] {
  const filled = rows.filter((row) => row.line > headings.line && !isBlank(row));
  if (filled.length === 0 && !grid.unbalanced.some(({ line }) => line > headings.line)) {
    report.fault('row-missing', { line: headings.line });
  }
  const beyond = filled[LIMITS.rows];
  if (beyond !== undefined) report.fault('rows-at-most-2000', { line: beyond.line });
  return filled.slice(0, LIMITS.rows);
}

const isWhole = (read: ReadRow): read is WholeRow => read.establishment !== null && read.slot !== null;

const planOf = ({ row, establishment, slot, examiners }: WholeRow): NavettePlan => ({
  line: row.line,
  establishment,
  slot,
  examiners: examiners.map(({ id, name }) => ({ id, name })),
});

/**
 * Reads a table of cells, wherever it comes from: finds its headings, reads its rows, compares them.
 *
 * @param zone the zone of the times, or `undefined` when the postal codes decide
 * @returns the plans of the rows that are good in themselves and in no clash; none at all when a column is missing
 */
export function readTable(grid: Grid, zone: string | undefined, report: Report): NavettePlan[] {
  const headings = grid.rows[findHeadingRow(grid.rows)];
  reportUnbalanced(grid, headings, report);
  if (headings === undefined) {
    const isEmpty = grid.unbalanced.length === 0 && grid.rows.every(isBlank);
    if (isEmpty) report.fault('file-empty', { line: 1 });
    else report.fault('heading-row-missing', { line: 1, detail: Object.values(EXPECTED).join(', ') });
    return [];
  }
  const { columns, complete } = readHeadings(headings, report);
  const sheet = { columns, zone, report };
  const rows = readRows(sheet, headings.cells, rowsUnder(grid.rows, headings, grid, report));
  const clashing = findClashes(sheet, rows);
  const good = rows.filter(({ row }) => !report.isLineFaulty(row.line) && !clashing.has(row.line));
  return complete ? good.filter(isWhole).map(planOf) : [];
}
