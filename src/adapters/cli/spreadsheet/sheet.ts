import { project } from '../../../projections/projection.ts';
import { attendanceSheet } from '../../../projections/sheet/attendanceSheet.ts';
import type { SpreadsheetFormat } from '../../spreadsheet/index.ts';
import { EXIT, type ExitCode, UsageError } from '../io.ts';
import { readingRegister } from '../place.ts';
import type { Call } from '../task.ts';
import { assertWritable, put } from './workbook.ts';

/** Writes the sheet of the session that the first word names as a workbook, as the record stands. */
export async function sheetWorkbook(call: Call, output: string, format: SpreadsheetFormat): Promise<ExitCode> {
  const { io, db, json } = call;
  const [session = ''] = call.words;
  await assertWritable(output);
  const { writeSheet } = await import('../../spreadsheet/index.ts');
  const history = await readingRegister(db, (register) => register.history(session));
  if (history.length === 0) throw new UsageError(`Le registre ${db} ne connaît pas la session ${session}.`);
  const sheet = project(attendanceSheet, history);
  await put(output, await writeSheet(sheet, { format }));
  const { revision } = sheet;
  io.out(
    json
      ? JSON.stringify({ file: output, session, revision })
      : `${output} : écrit. État du registre au rang ${revision}.`,
  );
  return EXIT.done;
}
