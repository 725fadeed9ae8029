import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { upTo } from '../../../projections/asOf.ts';
import { project } from '../../../projections/projection.ts';
import { pv } from '../../../projections/pv/pv.ts';
import { type AttendanceSheet, attendanceSheet } from '../../../projections/sheet/attendanceSheet.ts';
import { type Copy, printView } from '../../../projections/sheet/printView.ts';
import { headAt } from '../heads.ts';
import type { Io } from '../io.ts';
import type { Place } from '../place.ts';
import { counted } from '../progress.ts';
import { written } from '../written.ts';

/** The Navette from which the sessions of the demonstration are planned. */
export const NAVETTE = new URL('./navette-creneaux.csv', import.meta.url);

const COPIES: Readonly<Record<Copy, string>> = { copyToSign: 'feuille-a-signer', examinersCopy: 'feuille-examinateur' };

/** « 2019-05-14-0830-B204 ». */
const slugOf = ({ header: { slot, session } }: AttendanceSheet): string =>
  slot === null ? session : `${slot.date}-${slot.start.replace(':', '')}-${slot.room.replace(/[^\p{L}\p{N}]+/gu, '-')}`;

/** A file of one session: its name, and what it holds; `null` where the session has none. */
type Paper = readonly [name: string, bytes: Uint8Array | null];

/** The papers of a session: the copies that were printed, as they were, and what was filled in and noted, as it stands. */
async function papersOf({ record }: Place, history: readonly SessionEvent[]): Promise<readonly Paper[]> {
  const { fraudPdf, pvPdf, sheetPdf } = await import('../../pdf/index.ts');
  const { writeSheet } = await import('../../spreadsheet/index.ts');
  const sheet = project(attendanceSheet, history);
  const slug = slugOf(sheet);
  const optionsAt = async (event: SessionEvent) => {
    return { head: await headAt(record, sheet.header.session, event.revision), at: event.recordedAt };
  };
  const papers: Paper[] = [];
  for (const event of history) {
    if (event.type !== 'SheetPrinted') continue;
    const { view, printedRevision } = event.data;
    const shown = printView(project(attendanceSheet, upTo(history, printedRevision)), view);
    papers.push([`${slug}-${COPIES[view]}.pdf`, await sheetPdf(shown, await optionsAt(event))]);
  }
  const last = history.at(-1);
  if (sheet.start.startedAt === null || last === undefined) return papers;
  const [noted, options] = [project(pv, history), await optionsAt(last)];
  return [
    ...papers,
    [`${slug}-feuille-completee.ods`, await writeSheet(sheet, { format: 'ods' })],
    [`${slug}-pv.pdf`, await pvPdf(noted, options)],
    [`${slug}-rapport-de-fraude.pdf`, await fraudPdf(noted, options, null)],
  ];
}

/**
 * Writes the papers of the demonstration into a new folder: the Navette, the « Matériel certification », and those of
 * each session.
 *
 * @returns how many files
 */
export async function writePapers(place: Place, sessions: readonly string[], folder: string, io: Io): Promise<number> {
  const { writeMateriel } = await import('../../spreadsheet/index.ts');
  const { register } = place;
  await mkdir(folder, { mode: 0o700 });
  await copyFile(NAVETTE, join(folder, 'navette-creneaux.csv'));
  const sheets = await Promise.all(sessions.map((session) => register.sheet(session)));
  const papers: Paper[] = [['materiel-certification.ods', await writeMateriel(sheets, { format: 'ods' })]];
  const told = counted(io, 'sessions', sessions.length);
  for (const session of sessions) {
    papers.push(...(await papersOf(place, await register.history(session))));
    told();
  }
  let files = 1;
  for (const [name, bytes] of papers) {
    if (bytes === null) continue;
    await written(join(folder, name), [bytes], 0o600);
    files++;
  }
  return files;
}
