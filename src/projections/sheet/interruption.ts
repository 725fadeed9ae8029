import type { EventData } from '../../domain/events/catalogue.ts';
import type { EntryMark } from '../entry.ts';
import type { Note } from '../note.ts';
import type { LineNote } from './notes.ts';

/** « En cas de déconnexion, fermeture du navigateur, ... l'élève peut reprendre son test »: a stretch without the test. */
export type Interruption = Stretch & (Ended | Open);

/** What every interruption has. */
interface Stretch {
  readonly candidate: number;
  readonly cause: EventData<'TestInterrupted'>['cause'];
  readonly detail: EventData<'TestInterrupted'>['detail'];
  /** When it began; epoch milliseconds. */
  readonly from: number;
  /** How its beginning came into the record. */
  readonly entry: EntryMark;
}

/** The test was taken up again. */
interface Ended {
  /** When; epoch milliseconds. */
  readonly to: number;
  /** How long the interruption lasted, in whole seconds. */
  readonly seconds: number;
  readonly resumption: Note<'TestResumed'>;
}

/** The test was not taken up again. */
interface Open {
  readonly to: null;
  readonly seconds: null;
  readonly resumption: null;
}

function interruption(began: Note<'TestInterrupted'>, following: readonly LineNote[]): Interruption {
  const { candidate, cause, detail, occurredAt: from, entry } = began;
  const next = following.find(({ type }) => type === 'TestInterrupted' || type === 'TestResumed');
  const stretch = { candidate, cause, detail, from, entry };
  if (next?.type !== 'TestResumed') return { ...stretch, to: null, seconds: null, resumption: null };
  const { occurredAt: to } = next;
  return { ...stretch, to, seconds: Math.floor((to - from) / 1000), resumption: next };
}

/** The interruptions of one candidate, each with the resumption that follows it. @param notes in order of occurrence */
export const interruptionsOf = (notes: readonly LineNote[]): readonly Interruption[] =>
  notes.flatMap((note, place) => (note.type === 'TestInterrupted' ? [interruption(note, notes.slice(place + 1))] : []));
