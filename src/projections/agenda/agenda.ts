import type { Lifecycle } from '../../domain/machine/table.ts';
import { combine, once, perStream, typesOf, type Versioned } from '../compose.ts';
import { type SessionHeader, sessionHeader } from '../header.ts';
import { lifecycle } from '../lifecycle.ts';
import type { Projection } from '../projection.ts';

/** One session in the agenda. */
interface Planned {
  /** When, where, by whom, and with what access code. */
  readonly header: SessionHeader;
  readonly lifecycle: Lifecycle;
  /** How many candidates are on its sheet. */
  readonly candidates: number;
}

/** One session in the agenda, with the stream that records it. */
export interface AgendaEntry extends Planned, Versioned {
  readonly stream: string;
}

/** The sessions of a centre, in the order in which they were planned; the record may hold many streams. */
export type Agenda = readonly AgendaEntry[];

const registered: Projection<number> = {
  initial: 0,
  on: {
    CandidateRegistered: (count) => count + 1,
    CandidateWithdrawn: (count) => count - 1,
  },
};

const planned = combine<Planned>({ header: sessionHeader, lifecycle, candidates: registered });

/** One session of the agenda, from the events of its stream. */
export const agendaEntry: Projection<Planned & Versioned> = once(planned, typesOf([planned]));

/** « les informations sur les sessions de certification »: the sessions of all streams, and where each stands. */
export const agenda: Projection<Agenda> = perStream(agendaEntry);
