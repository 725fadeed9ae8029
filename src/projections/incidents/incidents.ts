import type { EventType } from '../../domain/events/catalogue.ts';
import { combine, derive, merge, once, onEach, typesOf, type Versioned } from '../compose.ts';
import { byOccurrence, type Noted } from '../entry.ts';
import { type SessionHeader, sessionHeader } from '../header.ts';
import type { Note } from '../note.ts';
import { advance, type Projection } from '../projection.ts';
import { notesOf, type Problem, problemsOf } from '../pv/incidents.ts';
import { type Interruption, interruptionsOf } from '../sheet/interruption.ts';
import { type KeptRoster, keptRoster } from '../sheet/roster.ts';

/** Something that went wrong in a session, with when it happened and how it came into the record. */
export type Incident = Noted & { readonly session: string; readonly candidate: number } & (
    | ({ readonly kind: 'interruption' } & Interruption)
    | ({ readonly kind: 'problem' } & Problem)
    | ({ readonly kind: 'fraud' } & Note<'FraudReported'>)
  );

/** What the incidents of a session are made from. */
interface Kept {
  readonly header: SessionHeader;
  /** Who the candidates are, and what was noted of them that tells of an incident. */
  readonly lines: KeptRoster['lines'];
}

/** The incidents of one session. */
export interface IncidentsRow extends Kept, Versioned {
  /** In the order in which they happened; what was taken back is none. */
  readonly incidents: readonly Incident[];
}

/** What tells of an incident, or of whom it was about. */
const TELLING: readonly EventType[] = [
  'CandidateRegistered',
  'CandidateCorrected',
  'IdentityCorrected',
  'TestInterrupted',
  'TestResumed',
  'ProblemSignalled',
  'FraudReported',
  'EntryRetracted',
  'PersonErased',
];

/** The sheet as far as incidents go: the same as in the PV, and nothing else of what was noted. */
const lines: Projection<Pick<Kept, 'lines'>> = onEach({ lines: keptRoster.initial.lines }, TELLING, (view, event) => ({
  lines: advance(keptRoster, { ...keptRoster.initial, ...view }, event).lines,
}));

function incidentsIn({ header: { session }, lines: all }: Kept): readonly Incident[] {
  const interruptions = all.flatMap(({ notes }) => interruptionsOf(notes.standing));
  const incidents: readonly Incident[] = [
    ...interruptions.map((one) => ({ ...one, kind: 'interruption', session, occurredAt: one.from }) as const),
    ...problemsOf(all).map((note) => ({ ...note, kind: 'problem', session }) as const),
    ...notesOf(all, 'FraudReported').map((note) => ({ ...note, kind: 'fraud', session }) as const),
  ];
  return incidents.toSorted(byOccurrence);
}

const kept = derive(
  merge(combine<Pick<Kept, 'header'>>({ header: sessionHeader }), lines),
  (view: Kept): Pick<IncidentsRow, 'incidents'> => ({ incidents: incidentsIn(view) }),
);

/** The incidents of a session as a view of its record. */
export const incidentsRow: Projection<IncidentsRow> = once(kept, typesOf([kept]));
