import type { Row } from './csv.ts';
import { isExaminerField, type Meaning } from './fields.ts';
import type { Column } from './finding.ts';
import { meaningOf } from './headings.ts';
import { LIMITS } from './limits.ts';
import { missingHeadings, sameThing } from './missing.ts';
import type { Report } from './report.ts';

/** A column whose heading was understood. */
export interface KnownColumn extends Column, Meaning {
  readonly heading: string;
}

/** The columns of a file, and whether nothing that is asked for is missing or given twice among them. */
interface Headings {
  readonly columns: readonly KnownColumn[];
  readonly complete: boolean;
}

/** Headings that a line must have to be the line of headings; a title above them may well hold one or two such words. */
const ENOUGH = 3;

/** The place in `rows` of the line of headings, or -1. */
export const findHeadingRow = (rows: readonly Row[]): number =>
  rows.findIndex(({ cells }) => {
    const fields = cells.slice(0, LIMITS.columns).map((cell) => meaningOf(cell)?.field);
    return new Set(fields.filter((field) => field !== undefined)).size >= ENOUGH;
  });

function understand({ line, cells }: Row, report: Report): KnownColumn[] {
  const known: KnownColumn[] = [];
  for (const [at, heading] of cells.slice(0, LIMITS.columns).entries()) {
    const column = { number: at + 1, heading };
    const meaning = meaningOf(heading);
    if (meaning !== null) known.push({ ...column, ...meaning, personal: isExaminerField(meaning.field) });
    else if (heading.length > LIMITS.cell) report.fault('cell-at-most-500', { line, column, value: heading });
    else if (heading.trim() !== '') report.fault('heading-unknown', { line, column, value: heading });
  }
  return known;
}

/**
 * Reads the line of headings, in whatever order they stand, and reports those that are unknown, given twice or missing.
 *
 * @returns the columns to read, without those that stand twice: which of the two is meant cannot be known
 */
export function readHeadings(row: Row, report: Report): Headings {
  const known = understand(row, report);
  const missing = missingHeadings(known);
  for (const heading of missing) report.fault('heading-missing', { line: row.line, detail: heading });
  const beyond = row.cells.findIndex((heading, at) => at >= LIMITS.columns && heading.trim() !== '');
  if (beyond !== -1) {
    report.fault('columns-at-most-60', { line: row.line, column: { number: beyond + 1, heading: null } });
  }
  const columns = known.filter(({ number, heading, ...meaning }) => {
    const others = known.filter((other) => other.number !== number && sameThing(other, meaning));
    const first = others.find((other) => other.number < number);
    if (first !== undefined) {
      const place = { line: row.line, column: { number, heading }, value: heading, detail: String(first.number) };
      report.fault('heading-duplicated', place);
    }
    return others.length === 0;
  });
  return { columns, complete: missing.length === 0 && columns.length === known.length };
}
