import type { EventData } from '../../domain/events/catalogue.ts';
import type { CandidateStatus } from '../../domain/state/candidate.ts';
import type { CandidateIdentity } from '../../domain/values/people.ts';
import type { MaybeErased } from '../../domain/values/personal.ts';
import type { Note, Notebook } from '../note.ts';
import type { Attendance } from './attendance.ts';
import type { LineCorrection } from './correction.ts';
import type { DeclaredExtraTime, SheetExtraTime } from './extraTime.ts';
import type { Interruption } from './interruption.ts';
import type { LineNoteType } from './notes.ts';
import type { Remark } from './remark.ts';

/** What a line keeps: what was registered, noted and put right. */
export interface KeptLine {
  /** « N° », the line of the sheet, from 1. */
  readonly number: number;
  /** Taken off the sheet before the start; the line stays in the record, and is left out of what is printed. */
  readonly withdrawn: boolean;
  readonly identity: MaybeErased<CandidateIdentity>;
  readonly email: EventData<'CandidateRegistered'>['email'];
  readonly identifier: EventData<'CandidateRegistered'>['identifier'];
  readonly declared: DeclaredExtraTime;
  readonly notes: Notebook<LineNoteType>;
  /** What was put right after the start, in the order of the record. */
  readonly corrections: readonly LineCorrection[];
}

/** One candidate of the attendance sheet: what the line keeps, and what follows from it, column by column. */
export interface SheetLine extends KeptLine {
  /** Where the candidate is in the session. */
  readonly status: CandidateStatus;
  readonly attendance: Attendance;
  readonly extraTime: SheetExtraTime;
  readonly signature: Note<'SignatureRecorded'> | null;
  /** « le numéro de certification »; `null` where there is none. */
  readonly certificationNumber: string | null;
  /** Why there is no certification number; `null` where there is one, or where nobody said why. */
  readonly numberMissing: Note<'CertificationNumberMissing'> | null;
  /** « qu'il a vu l'écran de fin de test »: seen, or not seen and why; `null` where nothing is said. */
  readonly endScreen: Note<'EndScreenSeen' | 'EndScreenNotSeen'> | null;
  /** In the order in which they began. */
  readonly interruptions: readonly Interruption[];
  /** Comments, problems on questions, and the mention of a fraud report, in the order in which they happened. */
  readonly remarks: readonly Remark[];
}
