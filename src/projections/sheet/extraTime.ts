import type { ExtraTime } from '../../domain/values/extraTime.ts';
import type { MaybeErased } from '../../domain/values/personal.ts';
import { latestOf, type Note } from '../note.ts';
import type { LineNote } from './notes.ts';

/** Extra time as it was declared, with the duration that it makes. */
export interface DeclaredExtraTime {
  /** An exact ratio of the duration; `null` for none. */
  readonly extraTime: MaybeErased<ExtraTime | null>;
  /** The whole duration, in seconds. */
  readonly durationSeconds: number;
}

/** Extra time is three facts; the granted one counts, and the declared one until somebody grants another. */
export interface SheetExtraTime {
  readonly declared: DeclaredExtraTime;
  readonly verified: Note<'ExtraTimeVerified'> | null;
  readonly granted: Note<'ExtraTimeGranted'> | null;
  /** The duration of the test for this candidate, extra time included and time given back not, in seconds. */
  readonly durationSeconds: number;
}

/** The extra time that follows from what was declared and what was noted since. */
export function extraTimeOf(declared: DeclaredExtraTime, notes: readonly LineNote[]): SheetExtraTime {
  const granted = latestOf(notes, 'ExtraTimeGranted');
  const { durationSeconds } = granted ?? declared;
  return { declared, verified: latestOf(notes, 'ExtraTimeVerified'), granted, durationSeconds };
}
