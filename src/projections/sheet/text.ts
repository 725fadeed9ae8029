import type { SheetField } from '../../domain/values/policy.ts';
import { sheetField } from '../../domain/values/policy.ts';
import { hourOn } from '../french/dates.ts';
import { wallOf } from '../french/wall.ts';
import { COPIES } from '../french/words.ts';
import type { SessionHeader } from '../header.ts';
import { page } from '../terminal/page.ts';
import { type Column, table } from '../terminal/table.ts';
import type { AttendanceSheet } from './attendanceSheet.ts';
import { cellOf } from './cells.ts';
import { COLUMNS } from './columns.ts';
import { particularsOf } from './particulars.ts';
import type { PrintView } from './printView.ts';

/** Room to sign, in columns of the terminal. */
const ROOM_TO_SIGN = 24;

const columnOf = (field: SheetField): Column =>
  field === 'signature' ? { title: COLUMNS[field], least: ROOM_TO_SIGN } : { title: COLUMNS[field] };

/** As wide as the widest of what particulars are called, so that the texts stand one under the other. */
const CALLED = 13;

/** The head of a session's documents, one particular a line. */
export const headLines = (header: Omit<SessionHeader, 'policy'>): readonly string[] =>
  particularsOf(header).map(([what, text]) => `${what.padEnd(CALLED)} : ${text}`);

/** A copy of the sheet for paper. */
export const printText = (view: PrintView): string =>
  page(
    `FEUILLE D’ÉMARGEMENT, ${COPIES[view.copy]}`,
    headLines(view).join('\n'),
    table(
      [{ title: 'N°' }, ...view.columns.map(columnOf)],
      view.rows.map(({ number, cells }) => [String(number), ...cells]),
    ),
    `État du registre au rang ${view.revision}.`,
  );

/** The sheet with all its columns, as far as it is filled in. */
export function sheetText({ header, start, lines, revision }: AttendanceSheet): string {
  const { day, zone } = wallOf(header);
  const fields = sheetField.options;
  const started = start.startedAt === null ? 'pas encore donné' : `donné à ${hourOn(day, start.startedAt, zone)}`;
  return page(
    'FEUILLE D’ÉMARGEMENT',
    [...headLines(header), `Début         : code d’accès ${started}`].join('\n'),
    table(
      [{ title: 'N°' }, ...fields.map((field) => ({ title: COLUMNS[field] }))],
      lines
        .filter(({ withdrawn }) => !withdrawn)
        .map((line) => [String(line.number), ...fields.map((field) => cellOf(line, field))]),
    ),
    `État du registre au rang ${revision}.`,
  );
}
