import { byOccurrence } from '../entry.ts';
import { problemMention } from '../french/words.ts';
import { allOf, type Note } from '../note.ts';
import type { Interruption } from '../sheet/interruption.ts';
import type { KeptLine, SheetLine } from '../sheet/line.ts';
import type { LineNoteType } from '../sheet/notes.ts';

/** A problem on a question, with the words in which the PV mentions it. */
export type Problem = Note<'ProblemSignalled'> & {
  /** « signalement épreuve n° 18 » */
  readonly mention: string;
};

/** The notes of one type about any candidate, in the order in which they happened. */
export const notesOf = <T extends LineNoteType>(lines: readonly KeptLine[], type: T): readonly Note<T>[] =>
  lines.flatMap(({ notes }) => allOf(notes.standing, type)).sort(byOccurrence);

/** « il en fait mention brièvement sur le PV de session (exemple : "signalement épreuve n° 18") » */
export const problemsOf = (lines: readonly KeptLine[]): readonly Problem[] =>
  notesOf(lines, 'ProblemSignalled').map((note) => ({ ...note, mention: problemMention(note.question) }));

/** The interruptions of all candidates, in the order in which they began. */
export const allInterruptions = (lines: readonly SheetLine[]): readonly Interruption[] =>
  lines
    .flatMap(({ interruptions }) => interruptions)
    .sort((a, b) => a.from - b.from || a.entry.revision - b.entry.revision);
