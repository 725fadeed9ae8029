import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { ERASED } from '../../domain/values/personal.ts';
import { onEach } from '../compose.ts';
import { entryMark } from '../entry.ts';
import { noteOf } from '../note.ts';
import type { Projection } from '../projection.ts';
import {
  addNote,
  changeLine,
  correctExtraTime,
  correctIdentity,
  correctNumber,
  forgettingOn,
  newLine,
  takeBack,
} from './changes.ts';
import type { StartCorrection } from './correction.ts';
import type { SheetLine } from './line.ts';
import { LINE_NOTES, type LineNoteType } from './notes.ts';
import { settle } from './settle.ts';

/** « Le début du décompte du temps correspond au moment où est donné le code d'accès. » */
export interface SessionStart {
  /** When the code was given, as it was first noted; epoch milliseconds, `null` before that. */
  readonly givenAt: number | null;
  /** When the clock started, as it is known now; epoch milliseconds. */
  readonly startedAt: number | null;
  /** In the order of the record. */
  readonly corrections: readonly StartCorrection[];
}

/** The lines of the sheet, with the start of the clock, on which depends where a candidate is in the session. */
export interface Roster {
  readonly start: SessionStart;
  /** By number; withdrawn candidates too, so that a number is never given twice. */
  readonly lines: readonly SheetLine[];
}

const noted = onEach<Roster>(
  { start: { givenAt: null, startedAt: null, corrections: [] }, lines: [] },
  LINE_NOTES,
  (view, event) => {
    const note = noteOf<LineNoteType>(event as SessionEvent<LineNoteType>);
    return changeLine(view, note.candidate, (line) => addNote(line, note));
  },
);

/** The clock starts, or is known to have started at another time; each line shows it. */
const startAt = ({ lines }: Roster, start: SessionStart): Roster => ({
  start,
  lines: lines.map((line) => settle(line, start.startedAt)),
});

/** Why the start was put right is said of the session. */
const withoutReasons = (start: SessionStart): SessionStart => ({
  ...start,
  corrections: start.corrections.map((correction) => ({ ...correction, reason: ERASED })),
});

/** The lines of the sheet. An event about a candidate whom nobody registered changes none. */
export const roster: Projection<Roster> = {
  initial: noted.initial,
  on: {
    ...noted.on,
    AccessCodeGiven: (view, { occurredAt }) =>
      startAt(view, { ...view.start, givenAt: occurredAt, startedAt: occurredAt }),
    StartCorrected: (view, event) => {
      const { occurredAt, data } = event;
      const { startedAt: before, corrections } = view.start;
      const { startedAt: after, reason } = data;
      const entry = entryMark(event);
      const correction = { kind: 'start', candidate: null, before, after, reason, occurredAt, entry } as const;
      return startAt(view, { ...view.start, startedAt: after, corrections: [...corrections, correction] });
    },
    CandidateRegistered: (view, event) => ({
      ...view,
      lines: [...view.lines, settle(newLine(event.data), view.start.startedAt)],
    }),
    CandidateCorrected: (view, { data }) =>
      changeLine(view, data.candidate, (line) => ({ ...newLine(data), notes: line.notes })),
    CandidateWithdrawn: (view, { data }) => changeLine(view, data.candidate, (line) => ({ ...line, withdrawn: true })),
    IdentityCorrected: (view, event) => changeLine(view, event.data.candidate, (line) => correctIdentity(line, event)),
    ExtraTimeCorrected: (view, event) =>
      changeLine(view, event.data.candidate, (line) => correctExtraTime(line, event)),
    CertificationNumberCorrected: (view, event) =>
      changeLine(view, event.data.candidate, (line) => correctNumber(line, event)),
    EntryRetracted: (view, event) => changeLine(view, event.data.candidate, (line) => takeBack(line, event)),
    PersonErased: ({ start, lines }, { data: { person } }) =>
      startAt(
        { start, lines: lines.map((line) => forgettingOn(line, person)) },
        person === 'session' ? withoutReasons(start) : start,
      ),
  },
};
