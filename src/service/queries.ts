import { type Deadline, deadlines } from '../domain/deadlines.ts';
import type { SessionEvent } from '../domain/events/catalogue.ts';
import type { Session } from '../domain/machine/replay.ts';
import type { Agenda } from '../projections/agenda/agenda.ts';
import { type Projection, project } from '../projections/projection.ts';
import { type Pv, pv } from '../projections/pv/pv.ts';
import { type OwnResult, resultOf } from '../projections/results/ownResult.ts';
import { type Results, results } from '../projections/results/results.ts';
import { type AttendanceSheet, attendanceSheet } from '../projections/sheet/attendanceSheet.ts';
import type { DirectoryFollower } from './directory.ts';
import { asOf, type Moment } from './moment.ts';
import type { Ports } from './ports.ts';
import { copyOfSession, type Sessions } from './sessions.ts';

/**
 * Everything that can be asked of a register. A session of which nothing is recorded is empty, never an error. What is
 * handed out is the caller's own: changing it changes nothing here.
 */
export interface Queries {
  /** A session as it stands. */
  session(session: string): Promise<Session>;
  /** Each candidate's remaining time, now. Empty before the start. */
  deadlines(session: string): Promise<readonly Deadline[]>;
  /** Every event of a session, in the order of the record. */
  history(session: string, moment?: Moment): Promise<readonly SessionEvent[]>;
  /** Any view of a session; plain data. */
  view<V>(projection: Projection<V>, session: string, moment?: Moment): Promise<V>;
  /** The attendance sheet (feuille d'émargement), as it stands or as of a moment. */
  sheet(session: string, moment?: Moment): Promise<AttendanceSheet>;
  /** The PV de session, as it stands or as of a moment. */
  pv(session: string, moment?: Moment): Promise<Pv>;
  /** The results of a session, for the centre. */
  results(session: string): Promise<Results>;
  /**
   * « L'élève retrouve le résultat de sa certification »: one result, and nothing of anybody else. The host knows which
   * number is whose.
   *
   * @returns `null` until it is sent
   */
  ownResult(session: string, certificationNumber: string): Promise<OwnResult | null>;
  /** All sessions of the store. */
  agenda(): Promise<Agenda>;
}

/** Answers questions from the record. */
export function queriesOn(sessions: Sessions, directory: DirectoryFollower, { clock }: Ports): Queries {
  const current = async (session: string): Promise<Session> => copyOfSession(await sessions.current(session));

  const view: Queries['view'] = async (projection, session, moment) =>
    structuredClone(project(projection, asOf(await sessions.history(session), moment)));

  return {
    session: current,
    deadlines: async (session) => deadlines((await current(session)).state, clock.now()),
    history: async (session, moment) => asOf(await sessions.history(session), moment),
    view,
    sheet: (session, moment) => view(attendanceSheet, session, moment),
    pv: (session, moment) => view(pv, session, moment),
    results: (session) => view(results, session),
    ownResult: async (session, certificationNumber) => resultOf(await view(results, session), certificationNumber),
    agenda: async () => structuredClone((await directory.current()).agenda),
  };
}
