import { plannedSlot, type Slot, slot } from '../../domain/values/slot.ts';
import { type CellReading, readDate, readPostalCode, readTime } from './cells.ts';
import type { Row } from './csv.ts';
import type { PlainField } from './fields.ts';
import { refuse } from './issues.ts';
import type { FaultCode } from './report.ts';
import { columnOf, faultIn, noticeIn, optional, required, type Sheet } from './sheet.ts';
import { overseasZone } from './zones.ts';

/** Reads a date or a time; what cannot be read is passed on as it is, so that the rest of the row is judged with it. */
function moment(sheet: Sheet, row: Row, field: PlainField, read: (cell: string) => CellReading<FaultCode>): string {
  const column = columnOf(sheet, field);
  const cell = required(sheet, row, column);
  const reading = read(cell);
  if ('text' in reading) return reading.text;
  faultIn(sheet, row, column, reading.code);
  return cell;
}

/** The zone asked for, or the one overseas that the postal code tells; otherwise the domain's own. */
function zoneOf(sheet: Sheet, row: Row): string | undefined {
  if (sheet.zone !== undefined) return sheet.zone;
  const column = columnOf(sheet, 'postalCode');
  const zone = overseasZone(readPostalCode(optional(sheet, row, column)).text);
  if (zone !== undefined) noticeIn(sheet, row, column, 'zone-from-postal-code', zone);
  return zone;
}

/** Whether the zone is in doubt because the postal code is: the instants would be those of another place. */
function isZoneUnknown(sheet: Sheet, row: Row): boolean {
  const column = columnOf(sheet, 'postalCode');
  return sheet.zone === undefined && column !== undefined && sheet.report.isCellFaulty(row.line, column);
}

/** A place and an hour that nothing is wrong with, to judge the rest of a slot without those of the row. */
const ELSEWHERE = { site: '-', room: '-' };
const NOON = { start: '12:00', end: '12:01' };

/** Has the domain judge a slot, both as it is asked for and as it will be stored. */
function judge(sheet: Sheet, row: Row, given: unknown): Slot | null {
  const read = slot.safeParse(given);
  if (!read.success) {
    refuse(sheet, row, read.error.issues, (property) => sheet.columns.find(({ field }) => field === property));
    return null;
  }
  if (plannedSlot.safeParse(read.data).success) return read.data;
  faultIn(sheet, row, columnOf(sheet, 'date'), 'date-plausible');
  return null;
}

/**
 * Reads « Date », « Heures de début et de fin », « Site » and « Salle », or reports why not. The domain judges the whole
 * only when its parts are right, so where they are not, the date and the hours are judged by themselves too.
 */
export function readSlot(sheet: Sheet, row: Row): Slot | null {
  const given = {
    date: moment(sheet, row, 'date', readDate),
    start: moment(sheet, row, 'start', readTime),
    end: moment(sheet, row, 'end', readTime),
    site: required(sheet, row, columnOf(sheet, 'site')),
    room: required(sheet, row, columnOf(sheet, 'room')),
    zone: zoneOf(sheet, row),
  };
  const read = judge(sheet, row, given);
  if (read !== null) return isZoneUnknown(sheet, row) ? null : read;
  judge(sheet, row, { ...given, ...ELSEWHERE });
  judge(sheet, row, { ...given, ...ELSEWHERE, ...NOON });
  return null;
}
