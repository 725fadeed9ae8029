import type { EventType, SessionEvent } from '../../domain/events/catalogue.ts';
import { noteOf } from '../note.ts';
import { addNote, correctExtraTime, correctIdentity, correctNumber, newLine, takeBack } from './changes.ts';
import type { KeptLine } from './line.ts';
import { LINE_NOTES, type LineNoteType } from './notes.ts';

/** The types of event that change the line of the candidate whom they are about, and nothing else. */
type LineEventType =
  | LineNoteType
  | 'CandidateCorrected'
  | 'CandidateWithdrawn'
  | 'IdentityCorrected'
  | 'ExtraTimeCorrected'
  | 'EntryRetracted';

/** What an event of each type makes of that line. */
type LineChanges = { readonly [T in LineEventType]: (line: KeptLine, event: SessionEvent<T>) => KeptLine };

const noted = (line: KeptLine, event: SessionEvent<LineNoteType>): KeptLine => addNote(line, noteOf(event));

const NOTES = Object.fromEntries(LINE_NOTES.map((type) => [type, noted])) as Pick<LineChanges, LineNoteType>;

const CHANGES: LineChanges = {
  ...NOTES,
  CandidateCorrected: (line, { data }) => ({ ...newLine(data), notes: line.notes }),
  CandidateWithdrawn: (line) => ({ ...line, withdrawn: true }),
  IdentityCorrected: correctIdentity,
  ExtraTimeCorrected: correctExtraTime,
  CertificationNumberCorrected: correctNumber,
  EntryRetracted: takeBack,
};

/** An event that changes the line of the candidate whom it is about, and nothing else. */
export type LineEvent = SessionEvent<LineEventType>;

/** The types of these events. */
export const LINE_EVENTS = Object.keys(CHANGES) as readonly EventType[];

/** Whether an event changes a line, and nothing else. */
export const isLineEvent = (event: SessionEvent): event is LineEvent => Object.hasOwn(CHANGES, event.type);

/** Whether it is this line that it changes. */
export const isAbout = ({ data: { candidate } }: LineEvent, { number }: KeptLine): boolean => number === candidate;

/** The line of its candidate after an event. */
export function changedLine(line: KeptLine, event: LineEvent): KeptLine {
  const change = CHANGES[event.type] as (line: KeptLine, event: LineEvent) => KeptLine;
  return change(line, event);
}
