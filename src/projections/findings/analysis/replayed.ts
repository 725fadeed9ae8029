import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { apply, newDraft, type Session, sessionOf } from '../../../domain/machine/replay.ts';
import { copyOf, type SessionState } from '../../../domain/state/session.ts';
import type { AuditHistory } from '../../audit/history.ts';
import { type BrokenBy, brokenBy } from './breaches.ts';
import { byType, type EventsByType } from './byType.ts';
import { type CandidateRecord, candidateRecords } from './candidates.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { type RoomClock, roomClock } from './roomClock.ts';

/** A session as it stood after one of its events. */
export interface StandingAfter {
  readonly event: SessionEvent;
  /** How many events count up to this one, itself included. */
  readonly place: number;
  readonly state: SessionState;
}

/** What follows from a history, computed once for all rules. */
export interface Replayed {
  /** The session as the whole record knows it today. */
  readonly session: Session;
  /** The events that count, in the order of the record: all but those that the session's state did not know at all. */
  readonly counting: readonly SessionEvent[];
  /** Those of one type. */
  readonly of: EventsByType;
  /** The counting event of a revision, the last one where there are several; `undefined` where there is none. */
  readonly eventAt: (revision: number) => SessionEvent | undefined;
  /** Every event that the rules refuse; what follows an event that cannot be read is not judged. */
  readonly breaches: readonly BrokenBy[];
  /** The session as it was closed; `null` where it was not. */
  readonly close: StandingAfter | null;
  /** The session as its sheet went to Pix, the last time; `null` where it did not. */
  readonly submission: StandingAfter | null;
  readonly candidates: readonly CandidateRecord[];
  readonly numbers: Numbers;
  /** The wall clock of the room. */
  readonly clock: RoomClock;
}

/** Looks up events by revision; the table is made when it is first needed. */
function byRevision(events: readonly SessionEvent[]): Replayed['eventAt'] {
  let table: ReadonlyMap<number, SessionEvent> | null = null;
  return (revision) => {
    table ??= new Map(events.map((event) => [event.revision, event]));
    return table.get(revision);
  };
}

/** How many events stand before the first one that cannot be read: those whose legality rests on nothing unknown. */
const judgedIn = ({ events, unreadable: [first] }: AuditHistory): number =>
  first === undefined ? events.length : first.place - 1;

/** Replays a history, and keeps what rules ask for. */
export function replayed(history: AuditHistory): Replayed {
  const draft = newDraft();
  const counting: SessionEvent[] = [];
  const breaches: BrokenBy[] = [];
  let left = judgedIn(history);
  let close: StandingAfter | null = null;
  let submission: StandingAfter | null = null;
  for (const event of history.events) {
    const broken = left-- > 0 ? brokenBy(draft, event) : null;
    if (broken !== null) breaches.push(broken);
    const isKnown = draft.place.on[event.type] !== undefined;
    apply(draft, event);
    if (!isKnown) continue;
    const place = counting.push(event);
    if (event.type === 'SessionClosed') close = { event, place, state: copyOf(draft.state) };
    else if (event.type === 'SheetSubmitted') submission = { event, place, state: copyOf(draft.state) };
  }
  const session = sessionOf(draft);
  const { slot } = session.state;
  const of = byType(counting);
  return {
    session,
    counting,
    of,
    eventAt: byRevision(counting),
    breaches,
    close,
    submission,
    candidates: candidateRecords(of, session.state),
    numbers: numbersOf(counting),
    clock: roomClock(slot?.zone ?? 'Europe/Paris', slot?.date),
  };
}
