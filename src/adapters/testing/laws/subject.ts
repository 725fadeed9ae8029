import type { EventType, SessionEvent } from '../../../domain/events/catalogue.ts';
import { apply, checkedReplay, replay, type Session, sessionOf } from '../../../domain/machine/replay.ts';
import { sessionMachine } from '../../../domain/machine/session.ts';
import { placeOf } from '../../../domain/machine/table.ts';
import { attendanceSheet, type Projection, pv } from '../../../projections/index.ts';
import type { Clock, Randomness } from '../../../service/ports.ts';
import type { Register } from '../../../service/register.ts';

/** What a front door works with, so that a law can turn its clock. */
export interface SubjectPorts {
  readonly clock: Clock;
  readonly random: Randomness;
}

/** Commands in, answers out: a register, or anything that behaves like one. */
export interface FrontDoor extends Pick<Register, 'handle' | 'handleAll' | 'session' | 'history' | 'close'> {
  /** Opens another one on the same record, as a second process would; left out where there can be none. */
  readonly again?: () => Promise<FrontDoor>;
}

/** Any view: what it shows is its own affair. Every `Projection` is one. */
export interface JudgedView {
  readonly initial: unknown;
  readonly on: { readonly [T in EventType]?: (view: never, event: SessionEvent<T>) => unknown };
}

/** What is judged by the laws. Whatever is left out is the library's own. */
export interface Subject {
  readonly name: string;
  /** Opens an empty front door, on the clock and the chance given. */
  readonly open: (ports: SubjectPorts) => Promise<FrontDoor>;
  /** How it replays a history. */
  readonly replay?: (history: readonly SessionEvent[]) => Session;
  /** How it goes on from a session that was replayed; the session is the caller's, and may be changed. */
  readonly resume?: (session: Session, events: readonly SessionEvent[]) => Session;
  /** How it replays and asks the rules of every event. */
  readonly checkedReplay?: (history: readonly SessionEvent[]) => ReturnType<typeof checkedReplay>;
  /** The machine that draws the lifecycle. */
  readonly machine?: typeof sessionMachine;
  /** Its views; the library's attendance sheet and PV, `sheet` and `pv`, unless they are given. */
  readonly views?: Readonly<Record<string, JudgedView>>;
}

/** A subject with everything that was left out. */
export interface WholeSubject extends Required<Omit<Subject, 'views'>> {
  readonly views: Readonly<Record<string, Projection<unknown>>>;
}

/** As a view is asked for nothing but what it is given back, what it shows need not be known. */
const judged = (view: JudgedView): Projection<unknown> => view as unknown as Projection<unknown>;

/** The views of the library that are judged where a subject has none of its own. */
export const OWN_VIEWS = { sheet: judged(attendanceSheet), pv: judged(pv) } as const;

/** Goes on from a session as the library does. */
function resume(session: Session, events: readonly SessionEvent[]): Session {
  const draft = { place: placeOf(session.lifecycle), state: session.state };
  for (const event of events) apply(draft, event);
  return sessionOf(draft);
}

/** Puts the library's own wherever a subject says nothing. */
export const wholeOf = (subject: Subject): WholeSubject => ({
  replay,
  resume,
  checkedReplay,
  machine: sessionMachine,
  ...subject,
  views:
    subject.views === undefined
      ? OWN_VIEWS
      : Object.fromEntries(Object.entries(subject.views).map(([name, view]) => [name, judged(view)])),
});
