import type { EventData } from '../../domain/events/catalogue.ts';
import type { SheetField } from '../../domain/values/policy.ts';
import type { Versioned } from '../compose.ts';
import type { SessionHeader } from '../header.ts';
import type { AttendanceSheet } from './attendanceSheet.ts';
import { cellOf } from './cells.ts';

/** Which printed copy: the one that candidates sign, or the examiner's own. */
export type Copy = EventData<'SheetPrinted'>['view'];

/** One candidate of a printed copy. */
export interface PrintRow {
  /** « N° », the line of the sheet. */
  readonly number: number;
  /** A text for each column, in the order of the columns. */
  readonly cells: readonly string[];
}

/** A copy of the sheet ready for paper: nothing but what the session's policy lets it show. */
export interface PrintView extends Versioned, Omit<SessionHeader, 'policy'> {
  readonly copy: Copy;
  readonly columns: readonly SheetField[];
  /** Candidates who are on the sheet; those who were taken off are left out. */
  readonly rows: readonly PrintRow[];
}

/**
 * « Il imprime ensuite les feuilles d'émargement. » The columns are an allow-list: a field that the policy does not name
 * is nowhere in the result. The copy to sign goes from hand to hand before the start, so it bears no access code, and
 * its signatures are left to the pen.
 */
export function printView({ header, lines, revision }: AttendanceSheet, copy: Copy): PrintView {
  const { policy, ...place } = header;
  const isSigned = copy === 'copyToSign';
  const columns = policy[copy];
  return {
    ...place,
    accessCode: isSigned ? null : place.accessCode,
    revision,
    copy,
    columns,
    rows: lines
      .filter(({ withdrawn }) => !withdrawn)
      .map((line) => ({
        number: line.number,
        cells: columns.map((field) => (isSigned && field === 'signature' ? '' : cellOf(line, field))),
      })),
  };
}
