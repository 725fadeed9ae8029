import { type AttendanceSheet, type KeptSheet, keptSheet, sheetOf } from '../sheet/attendanceSheet.ts';
import { SESSION_COLUMNS } from './columns.ts';
import type { ShownModel } from './readModel.ts';

/**
 * The attendance sheets of all sessions: what each keeps, some 30 kB of JSON for 30 candidates, and the sheet made of it
 * when it is asked for.
 */
export const sheetsModel: ShownModel<KeptSheet, AttendanceSheet> = {
  name: 'sheets',
  version: 1,
  row: keptSheet,
  shown: sheetOf,
  columns: SESSION_COLUMNS,
};
