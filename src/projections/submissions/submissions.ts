import { EVENT_TYPES, type SessionEvent } from '../../domain/events/catalogue.ts';
import { ERASED } from '../../domain/values/personal.ts';
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

/** A submission without what is personal of somebody; the sheet stands where it stood. */
function forgetting({ sheet, returned, submitted }: Submission, event: SessionEvent<'PersonErased'>): Submission {
  const { revision } = sheet;
  return {
    submitted,
    sheet: { ...advance(attendanceSheet, sheet, event), revision },
    returned: returned !== null && event.data.person === 'session' ? { ...returned, reason: ERASED } : returned,
  };
}

/** « L'enseignant envoie à Pix la version numérique de la feuille d'émargement »: each time, with what it said. */
export const submissions: Projection<Submissions> = onEach<Submissions>(
  { sheet: attendanceSheet.initial, submissions: [] },
  EVENT_TYPES,
  (view, event) => {
    if (event.revision <= view.sheet.revision) return view;
    const sheet = advance(attendanceSheet, view.sheet, event);
    const before =
      event.type === 'PersonErased' ? view.submissions.map((one) => forgetting(one, event)) : view.submissions;
    if (event.type === 'SheetSubmitted') {
      return { sheet, submissions: [...before, { submitted: noteOf(event), sheet, returned: null }] };
    }
    if (event.type !== 'SheetReturned') return { sheet, submissions: before };
    const returned = noteOf(event);
    const last = before.length - 1;
    return { sheet, submissions: before.map((one, place) => (place === last ? { ...one, returned } : one)) };
  },
);
