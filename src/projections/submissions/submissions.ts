import { EVENT_TYPES } from '../../domain/events/catalogue.ts';
import { onEach } from '../compose.ts';
import { type Note, noteOf } from '../note.ts';
import { advance, type Projection } from '../projection.ts';
import { type AttendanceSheet, attendanceSheet } from '../sheet/attendanceSheet.ts';

/** One time that the sheet went to Pix. */
export interface Submission {
  readonly submitted: Note<'SheetSubmitted'>;
  /** The sheet as it stood then. */
  readonly sheet: AttendanceSheet;
  /** Why Pix sent it back; `null` where it did not. */
  readonly returned: Note<'SheetReturned'> | null;
}

/** The sheet as it stands, and each time that it was submitted. */
export interface Submissions {
  readonly sheet: AttendanceSheet;
  /** In the order of the record. */
  readonly submissions: readonly Submission[];
}

/** « L'enseignant envoie à Pix la version numérique de la feuille d'émargement »: each time, with what it said. */
export const submissions: Projection<Submissions> = onEach<Submissions>(
  { sheet: attendanceSheet.initial, submissions: [] },
  EVENT_TYPES,
  (view, event) => {
    if (event.revision <= view.sheet.revision) return view;
    const sheet = advance(attendanceSheet, view.sheet, event);
    const before = view.submissions;
    if (event.type === 'SheetSubmitted') {
      return { sheet, submissions: [...before, { submitted: noteOf(event), sheet, returned: null }] };
    }
    if (event.type !== 'SheetReturned') return { sheet, submissions: before };
    const returned = noteOf(event);
    const last = before.length - 1;
    return { sheet, submissions: before.map((one, place) => (place === last ? { ...one, returned } : one)) };
  },
);
