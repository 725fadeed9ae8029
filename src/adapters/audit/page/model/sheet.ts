import { type SheetField, sheetField } from '../../../../domain/values/policy.ts';
import { attendanceText } from '../../../../projections/sheet/attendance.ts';
import type { AttendanceSheet } from '../../../../projections/sheet/attendanceSheet.ts';
import { cellOf } from '../../../../projections/sheet/cells.ts';
import { COLUMNS } from '../../../../projections/sheet/columns.ts';
import type { SheetLine } from '../../../../projections/sheet/line.ts';
import { visible } from '../../../../projections/terminal/visible.ts';

/** A cell of the sheet. */
export interface Cell {
  readonly text: string;
  /** What stood there at the moment that is compared; `null` where it is the same. */
  readonly before: string | null;
}

/** A line of the sheet. */
export interface Row {
  readonly number: number;
  readonly withdrawn: boolean;
  /** Whether the line was not on the sheet at the moment that is compared. */
  readonly isNew: boolean;
  readonly cells: readonly Cell[];
}

const FIELDS: readonly SheetField[] = sheetField.options;

/** The headings of the sheet, beside the number of the line. */
export const SHEET_COLUMNS: readonly string[] = [...FIELDS.map((field) => COLUMNS[field]), 'Présence'];

/** A line is the same object until an event concerns it. */
const known = new WeakMap<SheetLine, readonly string[]>();

/** What stands in the columns of a line. */
function textsOf(line: SheetLine): readonly string[] {
  const texts = known.get(line) ?? [
    ...FIELDS.map((field) => visible(cellOf(line, field))),
    visible(attendanceText(line.attendance)),
  ];
  known.set(line, texts);
  return texts;
}

/** The lines of the sheet, with what differs from the sheet of another moment. */
export const sheetRows = (sheet: AttendanceSheet, former: AttendanceSheet): readonly Row[] =>
  sheet.lines.map((line) => {
    const before = former.lines.find(({ number }) => number === line.number);
    const was = before === undefined || before === line ? null : textsOf(before);
    const cells = textsOf(line).map((text, place) => ({
      text,
      before: was === null || was[place] === text ? null : (was[place] ?? ''),
    }));
    return { number: line.number, withdrawn: line.withdrawn, isNew: before === undefined, cells };
  });

/** A cell that differs from that of the other moment. */
export interface ChangedCell {
  readonly number: number;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** The cells that differ, line by line. */
export const changedCells = (rows: readonly Row[]): readonly ChangedCell[] =>
  rows.flatMap(({ number, cells }) =>
    cells.flatMap(({ text: after, before }, place) =>
      before === null ? [] : [{ number, title: SHEET_COLUMNS[place] ?? '', before, after }],
    ),
  );
