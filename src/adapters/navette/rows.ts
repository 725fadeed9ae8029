import type { Establishment } from '../../domain/values/establishment.ts';
import type { Slot } from '../../domain/values/slot.ts';
import type { Row } from './csv.ts';
import { readEstablishment } from './establishment.ts';
import { type NamedExaminer, readExaminers } from './examiners.ts';
import { givenIdentities, type IdentifiedExaminer, identify } from './identities.ts';
import { LIMITS } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { readSlot } from './slot.ts';

/** What could be read of a row; `null` where a part of it is at fault. */
export interface ReadRow {
  readonly row: Row;
  readonly establishment: Establishment | null;
  readonly slot: Slot | null;
  readonly examiners: readonly IdentifiedExaminer[];
}

/** Whether every cell of a row is empty. Spreadsheets leave such rows everywhere. */
export const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');

/** Reports the cells that stand under no heading; a spreadsheet may leave empty ones at the end of a row. */
function reportStrays({ report }: Sheet, { line, cells }: Row, headings: readonly string[]): void {
  for (const [at, value] of cells.entries()) {
    if (value.trim() === '' || (headings[at] ?? '').trim() !== '') continue;
    const column = { number: at + 1, heading: null, personal: true };
    report.fault(at < LIMITS.columns ? 'cell-without-heading' : 'columns-at-most-60', { line, column, value });
    if (at >= LIMITS.columns) return;
  }
}

/** Reads the rows under the headings, and reports all that is wrong with each by itself. */
export function readRows(sheet: Sheet, headings: readonly string[], rows: readonly Row[]): ReadRow[] {
  const named: { row: Row; establishment: Establishment | null; slot: Slot | null; examiners: NamedExaminer[] }[] = [];
  for (const row of rows) {
    reportStrays(sheet, row, headings);
    const establishment = readEstablishment(sheet, row);
    const slot = readSlot(sheet, row);
    named.push({ row, establishment, slot, examiners: readExaminers(sheet, row) });
  }
  const given = givenIdentities(named.map(({ examiners }) => examiners));
  return named.map((read) => ({ ...read, examiners: identify(sheet, read.row, read.examiners, given) }));
}
