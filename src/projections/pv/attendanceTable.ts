import { hourOn } from '../french/dates.ts';
import { nameOf } from '../french/personal.ts';
import type { Wall } from '../french/wall.ts';
import { attendanceText } from '../sheet/attendance.ts';
import { cellOf } from '../sheet/cells.ts';
import type { SheetLine } from '../sheet/line.ts';
import { table } from '../terminal/table.ts';
import type { AttendanceCounts } from './attendance.ts';

/** « Inscrits : 3, présents : 2, … »: kinds that nobody is of are left out. */
export function countsText(counts: AttendanceCounts): string {
  const kinds: readonly (readonly [string, number])[] = [
    ['présents jusqu’à la fin', counts.present],
    ['partis avant la fin', counts.left],
    ['n’ont pas pu rejoindre la session', counts.couldNotJoin],
    ['absents', counts.absent],
    ['présence non renseignée', counts.expected],
    ['désinscrits', counts.withdrawn],
  ];
  const told = kinds.filter(([, count]) => count > 0).map(([kind, count]) => `${kind} : ${count}`);
  return [`Inscrits : ${counts.registered}`, ...told].join(', ');
}

/** The headings of the table of attendance. */
export const ATTENDANCE_TITLES = [
  'N°',
  'Nom et prénom',
  'Présence',
  'Signature',
  'Numéro de certification',
  'Écran de fin',
];

/** How a candidate's attendance reads, with the hour at which an absence or a departure was noted. */
function attendance({ attendance: found }: SheetLine, { day, zone }: Wall): string {
  const text = attendanceText(found);
  return found.because === null ? text : `${text} (${hourOn(day, found.because.occurredAt, zone)})`;
}

/** One candidate's row of that table. */
export const attendanceRow = (line: SheetLine, wall: Wall): readonly string[] => [
  String(line.number),
  nameOf(line.identity),
  attendance(line, wall),
  cellOf(line, 'signature'),
  cellOf(line, 'certificationNumber'),
  cellOf(line, 'endScreen'),
];

/** The attendance of each candidate, those who were taken off the sheet too. */
export const attendanceTable = (lines: readonly SheetLine[], wall: Wall): string =>
  table(
    ATTENDANCE_TITLES.map((title) => ({ title })),
    lines.map((line) => attendanceRow(line, wall)),
  );
