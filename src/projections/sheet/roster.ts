import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { ERASED } from '../../domain/values/personal.ts';
import { onEach } from '../compose.ts';
import { entryMark } from '../entry.ts';
import { noteOf } from '../note.ts';
import type { Projection } from '../projection.ts';
import {
  addNote,
  correctExtraTime,
  correctIdentity,
  correctNumber,
  forgettingOn,
  newLine,
  takeBack,
} from './changes.ts';
import type { StartCorrection } from './correction.ts';
import type { KeptLine, SheetLine } from './line.ts';
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

/** Lines, as far as a view makes them, with the start of the clock, on which depends where a candidate is. */
interface RosterOf<L extends KeptLine> {
  readonly start: SessionStart;
  /** By number; withdrawn candidates too, so that a number is never given twice. */
  readonly lines: readonly L[];
}

/** The lines of the sheet, with the start of the clock, on which depends where a candidate is in the session. */
export interface Roster extends RosterOf<SheetLine> {}

/** What the lines keep. What follows from it can be asked of the last of many. */
export interface KeptRoster extends RosterOf<KeptLine> {}

/** What a line is made to be after each change. @param startedAt epoch milliseconds; `null` before the start */
type Settle<L extends KeptLine> = (line: KeptLine, startedAt: number | null) => L;

/** Why the start was put right is said of the session. */
const withoutReasons = (start: SessionStart): SessionStart => ({
  ...start,
  corrections: start.corrections.map((correction) => ({ ...correction, reason: ERASED })),
});

/** The lines of the sheet. An event about a candidate whom nobody registered changes none. */
function rosterOf<L extends KeptLine>(settled: Settle<L>): Projection<RosterOf<L>> {
  type View = RosterOf<L>;

  const changeLine = (view: View, candidate: number | null, change: (line: L) => KeptLine): View => ({
    ...view,
    lines: view.lines.map((line) => (line.number === candidate ? settled(change(line), view.start.startedAt) : line)),
  });

  /** The clock starts, or is known to have started at another time; each line shows it. */
  const startAt = (lines: readonly KeptLine[], start: SessionStart): View => ({
    start,
    lines: lines.map((line) => settled(line, start.startedAt)),
  });

  const noted = onEach<View>(
    { start: { givenAt: null, startedAt: null, corrections: [] }, lines: [] },
    LINE_NOTES,
    (view, event) => {
      const note = noteOf<LineNoteType>(event as SessionEvent<LineNoteType>);
      return changeLine(view, note.candidate, (line) => addNote(line, note));
    },
  );

  return {
    initial: noted.initial,
    on: {
      ...noted.on,
      AccessCodeGiven: ({ lines, start }, { occurredAt }) =>
        startAt(lines, { ...start, givenAt: occurredAt, startedAt: occurredAt }),
      StartCorrected: (view, event) => {
        const { occurredAt, data } = event;
        const { startedAt: before, corrections } = view.start;
        const { startedAt: after, reason } = data;
        const entry = entryMark(event);
        const correction = { kind: 'start', candidate: null, before, after, reason, occurredAt, entry } as const;
        return startAt(view.lines, { ...view.start, startedAt: after, corrections: [...corrections, correction] });
      },
      CandidateRegistered: (view, event) => ({
        ...view,
        lines: [...view.lines, settled(newLine(event.data), view.start.startedAt)],
      }),
      CandidateCorrected: (view, { data }) =>
        changeLine(view, data.candidate, (line) => ({ ...newLine(data), notes: line.notes })),
      CandidateWithdrawn: (view, { data }) =>
        changeLine(view, data.candidate, (line) => ({ ...line, withdrawn: true })),
      IdentityCorrected: (view, event) =>
        changeLine(view, event.data.candidate, (line) => correctIdentity(line, event)),
      ExtraTimeCorrected: (view, event) =>
        changeLine(view, event.data.candidate, (line) => correctExtraTime(line, event)),
      CertificationNumberCorrected: (view, event) =>
        changeLine(view, event.data.candidate, (line) => correctNumber(line, event)),
      EntryRetracted: (view, event) => changeLine(view, event.data.candidate, (line) => takeBack(line, event)),
      PersonErased: ({ start, lines }, { data: { person } }) =>
        startAt(
          lines.map((line) => forgettingOn(line, person)),
          person === 'session' ? withoutReasons(start) : start,
        ),
    },
  };
}

/** The lines of the sheet, each with what follows from what it keeps. */
export const roster: Projection<Roster> = rosterOf(settle);

/** What the lines of the sheet keep, and no more, for whoever goes through many events to look at the last. */
export const keptRoster: Projection<KeptRoster> = rosterOf((line) => line);

/**
 * A view whose lines went on without what follows from what they keep, made whole again: where the start of the clock is
 * another one, all of them; else those that changed.
 *
 * @param before the view before, whose lines are whole
 */
export function settledSince<V extends KeptRoster>(before: Roster, view: V): V & Roster {
  const { startedAt } = view.start;
  const isSameStart = before.start.startedAt === startedAt;
  const lines = view.lines.map((line, index) => {
    const former = before.lines[index];
    return isSameStart && former === line ? former : settle(line, startedAt);
  });
  return { ...view, lines };
}
