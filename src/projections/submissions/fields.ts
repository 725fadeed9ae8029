import { type SheetField, sheetField } from '../../domain/values/policy.ts';
import { timestamp } from '../french/dates.ts';
import { duration } from '../french/lengths.ts';
import { nameOf, withDetail } from '../french/personal.ts';
import { establishmentText, hoursText, roomText } from '../french/places.ts';
import { CAUSES } from '../french/words.ts';
import { zoneOf } from '../header.ts';
import { attendanceText } from '../sheet/attendance.ts';
import type { AttendanceSheet } from '../sheet/attendanceSheet.ts';
import { cellOf } from '../sheet/cells.ts';
import { COLUMNS } from '../sheet/columns.ts';
import type { Interruption } from '../sheet/interruption.ts';
import type { SheetLine } from '../sheet/line.ts';

/** What two sheets may differ in: a column of the sheet, what it shows beside the columns, or its head. */
export type DifferenceField = SheetField | LineField | HeadField;

type LineField = 'attendance' | 'duration' | 'interruptions';

type HeadField = 'establishment' | 'slot' | 'room' | 'examiners' | 'accessCode' | 'start';

/** The heading of each field. */
export const FIELDS: Readonly<Record<DifferenceField, string>> = {
  ...COLUMNS,
  attendance: 'Présence',
  duration: 'Durée accordée',
  interruptions: 'Interruptions',
  establishment: 'Établissement',
  slot: 'Créneau',
  room: 'Site et salle',
  examiners: 'Examinateurs',
  accessCode: 'Code d’accès',
  start: 'Début du décompte',
};

/** A field with what stands in it; empty where nothing does. */
export type FieldText = readonly [field: DifferenceField, text: string];

// To the second, so that no difference hides in a minute.
const interruptionText = ({ cause, detail, from, to }: Interruption, zone: string): string =>
  `${timestamp(from, zone)} – ${to === null ? '?' : timestamp(to, zone)}, ${withDetail(CAUSES[cause], detail)}`;

/** Every field of one candidate's line. */
export const lineFields = (line: SheetLine, zone: string): readonly FieldText[] => [
  ...sheetField.options.map((field): FieldText => [field, cellOf(line, field)]),
  ['attendance', attendanceText(line.attendance)],
  ['duration', duration(line.extraTime.durationSeconds)],
  ['interruptions', line.interruptions.map((interruption) => interruptionText(interruption, zone)).join('\n')],
];

/** Every field of a sheet's head. */
export const headFields = (sheet: AttendanceSheet): readonly FieldText[] => {
  const { header, start } = sheet;
  return [
    ['establishment', establishmentText(header.establishment)],
    ['slot', hoursText(header.slot)],
    ['room', roomText(header.slot)],
    ['examiners', header.examiners.map(({ id, name }) => `${nameOf(name)} (${id})`).join('\n')],
    ['accessCode', header.accessCode ?? ''],
    ['start', start.startedAt === null ? '' : timestamp(start.startedAt, zoneOf(header))],
  ];
};
