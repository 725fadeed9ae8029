import { isoDate } from '../../../domain/values/time.ts';
import { inOrderOfTime } from '../../../projections/agenda/order.ts';
import { longDate } from '../../../projections/french/dates.ts';
import type { AttendanceSheet } from '../../../projections/sheet/attendanceSheet.ts';
import type { Register } from '../../../service/register.ts';
import { EXIT, type Io, UsageError } from '../io.ts';
import { readingRegister } from '../place.ts';
import { counted } from '../progress.ts';
import { assertWritable, formatOf, put } from '../spreadsheet/workbook.ts';
import type { Task } from '../task.ts';

/** Reads `14/05/2019`, or `2019-05-14`. @throws {UsageError} where it is no day */
function dayFrom(written: string | boolean | undefined): string | null {
  if (typeof written !== 'string') return null;
  const read = isoDate.safeParse(
    /^\d{2}\/\d{2}\/\d{4}$/.test(written) ? written.split('/').reverse().join('-') : written,
  );
  if (read.success) return read.data;
  throw new UsageError(`--date ${written} : écrire un jour, 14/05/2019 par exemple.`);
}

/** The sheets of the sessions that have not begun, in the order in which they will. */
async function sheetsOf(register: Register, day: string | null, io: Io): Promise<readonly AttendanceSheet[]> {
  const ahead = (await register.agenda()).filter(
    ({ lifecycle, header: { slot } }) =>
      (lifecycle === 'planned' || lifecycle === 'codesIssued') && (day === null || slot?.date === day),
  );
  const told = counted(io, 'sessions', ahead.length);
  const sheets: AttendanceSheet[] = [];
  for (const { header } of inOrderOfTime(ahead)) {
    sheets.push(await register.sheet(header.session));
    told();
  }
  return sheets;
}

/** « Pix envoie à l'enseignant le fichier intitulé "Matériel certification" »: writes it. */
export const materiel: Task = {
  usage: 'materiel [--date JJ/MM/AAAA] -o FICHIER.ods|.xlsx',
  summary: 'le « Matériel certification » des sessions à venir : les codes d’accès, et une feuille vierge par session',
  words: [0, 0],
  options: {
    date: { type: 'string', help: 'les sessions de ce jour seulement' },
    output: { type: 'string', short: 'o', help: 'le classeur à écrire, dans un nouveau fichier' },
  },
  async run({ io, db, json, values: { date, output } }) {
    const format = typeof output === 'string' ? formatOf(output) : null;
    if (typeof output !== 'string' || format === null) {
      throw new UsageError('Où écrire le classeur ? -o FICHIER.ods ou -o FICHIER.xlsx');
    }
    const day = dayFrom(date);
    await assertWritable(output);
    const { MOST_SESSIONS, writeMateriel } = await import('../../spreadsheet/index.ts');
    const sheets = await readingRegister(db, (register) => sheetsOf(register, day, io));
    const when = day === null ? '' : ` le ${longDate(day)}`;
    if (sheets.length === 0) throw new UsageError(`Aucune session n’est à venir${when} : rien n’est écrit.`);
    if (sheets.length > MOST_SESSIONS) {
      throw new UsageError(`${sheets.length} sessions pour ${MOST_SESSIONS} onglets au plus : préciser --date.`);
    }
    await put(output, await writeMateriel(sheets, { format }));
    const sessions = sheets.map(({ header: { session, accessCode } }) => ({ session, hasCode: accessCode !== null }));
    if (json) io.out(JSON.stringify({ file: output, sessions }));
    else {
      for (const { session, hasCode } of sessions) {
        if (!hasCode) io.err(`Attention : la session ${session} n’a pas encore de code d’accès.`);
      }
      io.out(`${output} : écrit, pour ${sessions.length} session(s).`);
    }
    return EXIT.done;
  },
};
