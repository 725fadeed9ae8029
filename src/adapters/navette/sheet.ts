import type { Row } from './csv.ts';
import type { Meaning } from './fields.ts';
import type { KnownColumn } from './headingRow.ts';
import { LIMITS } from './limits.ts';
import type { FaultCode, NoticeCode, Place, Report } from './report.ts';

/** What is known of the file while its rows are read. */
export interface Sheet {
  readonly columns: readonly KnownColumn[];
  /** The zone asked for, or `undefined` when the postal code decides. */
  readonly zone: string | undefined;
  readonly report: Report;
}

/** The column of a field, or `undefined` where its heading is missing. */
export const columnOf = ({ columns }: Sheet, field: Meaning['field'], rank = 1): KnownColumn | undefined =>
  columns.find((column) => column.field === field && column.rank === rank);

/** A cell as written; a row may be shorter than its headings, and a column that is missing has no cells. */
const written = (row: Row, column: KnownColumn | undefined): string =>
  column === undefined ? '' : (row.cells[column.number - 1] ?? '');

/** A cell, as the report speaks of it. */
export const cellOf = (row: Row, column: KnownColumn | undefined, detail = ''): Place => ({
  line: row.line,
  column,
  value: written(row, column),
  detail,
});

/**
 * Reports a fault of a cell. A cell that is already at fault has said why, and one whose heading is missing has no place:
 * that has been said once and for all.
 */
export function faultIn(
  { report }: Sheet,
  row: Row,
  column: KnownColumn | undefined,
  code: FaultCode,
  detail = '',
): void {
  if (column === undefined || report.isCellFaulty(row.line, column)) return;
  report.fault(code, cellOf(row, column, detail));
}

/** Reports a notice on a cell. */
export function noticeIn(
  { report }: Sheet,
  row: Row,
  column: KnownColumn | undefined,
  code: NoticeCode,
  detail = '',
): void {
  report.notice(code, cellOf(row, column, detail));
}

/**
 * A cell that may be empty, as one line of text: an address is often typed on two.
 *
 * @returns the empty string where there is nothing to read
 */
export function optional(sheet: Sheet, row: Row, column: KnownColumn | undefined): string {
  const text = written(row, column);
  if (text.length > LIMITS.cell) {
    faultIn(sheet, row, column, 'cell-at-most-500');
    return '';
  }
  const lines = text.trim().split(/\s*[\r\n]\s*/u);
  if (lines.length > 1) noticeIn(sheet, row, column, 'line-break-joined');
  return lines.join(' ');
}

/** A cell that has to be filled in. */
export function required(sheet: Sheet, row: Row, column: KnownColumn | undefined): string {
  const text = optional(sheet, row, column);
  if (text === '') faultIn(sheet, row, column, 'cell-missing');
  return text;
}
