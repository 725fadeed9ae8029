import { type SessionHeader, zoneOf } from '../header.ts';
import type { AttendanceSheet } from '../sheet/attendanceSheet.ts';
import type { SheetLine } from '../sheet/line.ts';
import { FIELDS, headFields, lineFields } from '../submissions/fields.ts';
import type { Field } from './field.ts';

/** The fields of the head of the sheet. */
export const sheetHead = (sheet: AttendanceSheet): readonly Field[] =>
  headFields(sheet).map(([field, text]) => ({ document: 'sheet', candidate: null, field, title: FIELDS[field], text }));

/** The fields of one line of the sheet; none, where the candidate was taken off it. */
export const sheetLine = (line: SheetLine, header: SessionHeader): readonly Field[] =>
  line.withdrawn
    ? []
    : lineFields(line, zoneOf(header)).map(([field, text]) => ({
        document: 'sheet',
        candidate: line.number,
        field,
        title: FIELDS[field],
        text,
      }));
