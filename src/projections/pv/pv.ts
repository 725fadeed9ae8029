import type { Lifecycle } from '../../domain/machine/table.ts';
import { combine, derive, merge, once, type Versioned } from '../compose.ts';
import { byOccurrence, type Noted } from '../entry.ts';
import { type SessionHeader, sessionHeader } from '../header.ts';
import { lifecycle } from '../lifecycle.ts';
import { allOf, latestOf, type Note, type Notebook, type Retraction } from '../note.ts';
import type { Projection } from '../projection.ts';
import type { Correction } from '../sheet/correction.ts';
import type { Interruption } from '../sheet/interruption.ts';
import type { LineNote, LineNoteType } from '../sheet/notes.ts';
import { type KeptRoster, keptRoster, type Roster, roster } from '../sheet/roster.ts';
import { type AttendanceCounts, countsOf } from './attendance.ts';
import { allInterruptions, notesOf, type Problem, problemsOf } from './incidents.ts';
import { type SessionNoteType, sessionNotes } from './sessionNotes.ts';

/** What the PV keeps beside its lines. The planned times stand in the slot of its header. */
interface Head {
  readonly header: SessionHeader;
  readonly lifecycle: Lifecycle;
  readonly notes: Notebook<SessionNoteType>;
}

interface Kept extends Head, Roster {}

/** What follows from it, section by section; facts stand in the order in which they happened. */
interface Sections {
  readonly attendance: AttendanceCounts;
  /** The access code was given: the start as it was first noted. */
  readonly given: Note<'AccessCodeGiven'> | null;
  /** Who began the test when, where the examiner noted it: by some policies this starts a candidate's own clock. */
  readonly starts: readonly Note<'CandidateStarted'>[];
  /** The close, with the candidates who had time left. */
  readonly closing: Note<'SessionClosed'> | null;
  readonly allowances: readonly Note<'AllowanceGranted'>[];
  readonly announcements: readonly Note<'RemainingTimeAnnounced'>[];
  readonly interruptions: readonly Interruption[];
  readonly problems: readonly Problem[];
  readonly frauds: readonly Note<'FraudReported'>[];
  readonly comments: readonly Note<'CommentAdded' | 'SessionCommentAdded'>[];
  /** What was put right after the start, in the order of the record. */
  readonly corrections: readonly Correction[];
  /** Whatever was typed in long after it happened: « L'enseignant saisit … les informations complémentaires ». */
  readonly lateEntries: readonly Note<SessionNoteType | LineNoteType>[];
  /** What was taken back, in the order of the record. */
  readonly retractions: readonly Retraction[];
  /** Slots that moved, examiners who left, a session that was cancelled. */
  readonly changesOfPlan: readonly Note<'SessionReplanned' | 'ExaminerRemoved' | 'SessionCancelled'>[];
  readonly documents: readonly Note<'DocumentRecorded' | 'SheetPrinted'>[];
  /** Sheets that went to Pix or came back, and the results. */
  readonly submissions: readonly Note<'SheetSubmitted' | 'SheetReturned' | 'ResultsSent'>[];
}

/** The PV (procès-verbal) of one session: everything that bears on its results, for those who were not there. */
export interface Pv extends Kept, Sections, Versioned {}

const byRecord = (a: Noted, b: Noted): number => a.entry.revision - b.entry.revision;

const lateOf = (book: Notebook<SessionNoteType>, lines: Roster['lines']): Sections['lateEntries'] =>
  [...book.standing, ...lines.flatMap((line): readonly LineNote[] => line.notes.standing)]
    .filter(({ entry }) => entry.late)
    .sort(byOccurrence);

const sectionsOf = ({ start, lines, notes }: Kept): Sections => ({
  attendance: countsOf(lines),
  given: latestOf(notes.standing, 'AccessCodeGiven'),
  starts: notesOf(lines, 'CandidateStarted'),
  closing: latestOf(notes.standing, 'SessionClosed'),
  allowances: allOf(notes.standing, 'AllowanceGranted'),
  announcements: allOf(notes.standing, 'RemainingTimeAnnounced'),
  interruptions: allInterruptions(lines),
  problems: problemsOf(lines),
  frauds: notesOf(lines, 'FraudReported'),
  comments: [...notesOf(lines, 'CommentAdded'), ...allOf(notes.standing, 'SessionCommentAdded')].sort(byOccurrence),
  corrections: [...start.corrections, ...lines.flatMap(({ corrections }) => corrections)].sort(byRecord),
  retractions: [...notes.retracted, ...lines.flatMap((line): readonly Retraction[] => line.notes.retracted)].sort(
    byRecord,
  ),
  lateEntries: lateOf(notes, lines),
  changesOfPlan: allOf(notes.standing, 'SessionReplanned', 'ExaminerRemoved', 'SessionCancelled'),
  documents: allOf(notes.standing, 'DocumentRecorded', 'SheetPrinted'),
  submissions: allOf(notes.standing, 'SheetSubmitted', 'SheetReturned', 'ResultsSent'),
});

const head = combine<Head>({ header: sessionHeader, lifecycle, notes: sessionNotes });

/** The PV of a session. */
export const pv: Projection<Pv> = once(derive(merge(head, roster), (kept: Kept) => sectionsOf(kept)));

/** What the sheet and the PV keep, and nothing of what follows from it. */
export interface Minutes extends Head, KeptRoster, Versioned {}

/** The sheet and the PV for whoever goes through many events to look at the last: {@link pvOf} makes the rest. */
export const minutes: Projection<Minutes> = once(merge(head, keptRoster));

/** The PV that follows from what it keeps. */
export const pvOf = (kept: Kept & Versioned): Pv => ({ ...kept, ...sectionsOf(kept) });
