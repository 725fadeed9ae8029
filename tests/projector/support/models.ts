import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import type { ReadModel } from '../../../src/projections/readModels/readModel.ts';
import { type AttendanceSheet, attendanceSheet } from '../../../src/projections/sheet/attendanceSheet.ts';

/** The attendance sheets of all sessions. */
export const sheets: ReadModel<AttendanceSheet> = {
  name: 'sheets',
  version: 1,
  row: attendanceSheet,
  columns: {
    date: ({ header }) => (header.slot === null ? [] : [header.slot.date]),
    examiner: ({ header }) => header.examiners.map(({ id }) => id),
    candidates: ({ lines }) => [lines.length],
  },
};

/** What was noted of a session, in its order: a row that shows an event that is missing, or taken in twice. */
export interface Noted {
  readonly notes: readonly string[];
}

const note = ({ notes }: Noted, { revision, data }: SessionEvent<'SessionCommentAdded'>): Noted => ({
  notes: [...notes, `${revision}: ${String(data.text)}`],
});

/** The comments of all sessions in which there is one. */
export const notes: ReadModel<Noted> = {
  name: 'notes',
  version: 1,
  row: { initial: { notes: [] }, on: { SessionCommentAdded: note } },
  columns: { count: (row) => [row.notes.length] },
};

/** The same model, which throws at a comment that says so. */
export const throwingAt = (text: string): ReadModel<Noted> => ({
  ...notes,
  row: {
    ...notes.row,
    on: {
      SessionCommentAdded: (row, event) => {
        if (event.data.text === text) throw new TypeError(`${text} cannot be noted`);
        return note(row, event);
      },
    },
  },
});
