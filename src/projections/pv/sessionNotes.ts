import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { onEach } from '../compose.ts';
import { BLANK, forgettingIn, type Notebook, noteIn, noteOf, takenBack } from '../note.ts';
import type { Projection } from '../projection.ts';

/** What is noted of the session as a whole. */
const SESSION_NOTES = [
  'SessionReplanned',
  'ExaminerRemoved',
  'SheetPrinted',
  'DocumentRecorded',
  'AccessCodeGiven',
  'AllowanceGranted',
  'RemainingTimeAnnounced',
  'SessionCommentAdded',
  'SessionClosed',
  'SessionCancelled',
  'SheetSubmitted',
  'SheetReturned',
  'ResultsSent',
] as const;

/** The type of a note about the session. */
export type SessionNoteType = (typeof SESSION_NOTES)[number];

const noted = onEach<Notebook<SessionNoteType>>(BLANK, SESSION_NOTES, (book, event) =>
  noteIn(book, noteOf<SessionNoteType>(event as SessionEvent<SessionNoteType>)),
);

/** What was noted of the session as a whole, and what of it was taken back. */
export const sessionNotes: Projection<Notebook<SessionNoteType>> = {
  initial: noted.initial,
  on: {
    ...noted.on,
    EntryRetracted: takenBack,
    PersonErased: (book, { data }) => forgettingIn(book, data.person),
  },
};
