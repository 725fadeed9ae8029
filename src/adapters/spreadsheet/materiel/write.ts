import type { AttendanceSheet } from '../../../projections/sheet/attendanceSheet.ts';
import { LIMITS } from '../limits.ts';
import { CODES, codesTab } from './codesTab.ts';
import type { Layout, SpreadsheetFormat } from './layout.ts';
import { writeOdsLayout } from './ods/ods.ts';
import { blankTab, filledTab } from './sheetTab.ts';
import { tabNames } from './tabNames.ts';
import { writeXlsxLayout } from './xlsx.ts';

/** How a workbook is written. */
export interface WriteOptions {
  readonly format: SpreadsheetFormat;
}

/** Writes a layout in either format. */
export const writeLayout = async (layout: Layout, { format }: WriteOptions): Promise<Uint8Array> =>
  format === 'ods' ? writeOdsLayout(layout) : writeXlsxLayout(layout);

/** The most sessions of one « Matériel certification »: as many tabs as are read back, but for the first. */
export const MOST_SESSIONS: number = LIMITS.tabs - 1;

/**
 * « Pix envoie à l'enseignant le fichier intitulé "Matériel certification" »: in the first tab the access code of each
 * session, then a blank attendance sheet for each, with its head filled in and as many numbered lines as it may have
 * candidates. The sheets have the headings of those in use, so that what is filled in can be read back by
 * `readWorkbook` and `readSheets` without retyping.
 *
 * Cells in which nobody should type are protected, without a password; birth dates, extra time and end screens are
 * checked as they are typed. Pages are A4 on its side, with the headings on each. Whatever a text begins with, it is a
 * text. The same sessions give the same bytes.
 *
 * @param sheets in the order of the tabs; whoever is registered on them is left out
 * @throws {RangeError} for more than {@link MOST_SESSIONS}, which no reader would take back
 */
export async function writeMateriel(sheets: readonly AttendanceSheet[], options: WriteOptions): Promise<Uint8Array> {
  if (sheets.length > MOST_SESSIONS) throw new RangeError(`${sheets.length} sessions; at most ${MOST_SESSIONS}`);
  const headers = sheets.map(({ header }) => header);
  const names = tabNames(headers, [CODES]);
  const tabs = sheets.map((sheet, at) => blankTab(sheet, String(names[at])));
  return writeLayout({ title: 'Matériel certification', tabs: [codesTab(headers), ...tabs] }, options);
}

/**
 * « la version numérique de la feuille d'émargement »: the sheet of a session as far as it is filled in, as the record
 * shows it. Before the start, blank lines are left for who is not registered yet.
 */
export async function writeSheet(sheet: AttendanceSheet, options: WriteOptions): Promise<Uint8Array> {
  const [name = ''] = tabNames([sheet.header], []);
  return writeLayout({ title: 'Feuille d’émargement', tabs: [filledTab(sheet, name)] }, options);
}
