import { UnreadableEvent, upToDate } from '../domain/events/upcast.ts';
import { isReservation } from '../domain/reservation.ts';
import type { StoredEvent } from '../domain/store/envelope.ts';
import type { EventStore, Position } from '../domain/store/port.ts';
import { type Agenda, type AgendaEntry, agendaEntry } from '../projections/agenda/agenda.ts';
import { advance } from '../projections/projection.ts';
import { isSessionStream } from './streams.ts';

/** Events read at a time. */
const PAGE = 10_000;

/** What has to be known of all sessions at once. */
export interface Directory {
  readonly agenda: Agenda;
  /** The access codes that are taken, each with the session that holds it. */
  readonly codes: ReadonlyMap<string, string>;
}

/** Follows the store's global order, as far as somebody asks. */
export interface DirectoryFollower {
  /** The directory as of now: everything that was acknowledged before the call is in it. */
  current(): Promise<Directory>;
}

/**
 * An entry after one more event. What only a later version can read is passed over: that session cannot be opened here,
 * and says so itself, but the others must not suffer for it.
 */
function advanced(entry: typeof agendaEntry.initial, event: StoredEvent): typeof agendaEntry.initial {
  try {
    return advance(agendaEntry, entry, upToDate(event));
  } catch (thrown) {
    if (thrown instanceof UnreadableEvent) return entry;
    throw thrown;
  }
}

/** A follower that has read nothing yet. */
export function followDirectory(store: EventStore): DirectoryFollower {
  const codes = new Map<string, string>();
  // One entry for each session, and not the agenda as one view: that is copied with each event.
  const planned = new Map<string, AgendaEntry>();
  let position: Position | undefined;
  let reading: Promise<unknown> = Promise.resolve();

  const take = (event: StoredEvent): void => {
    const { stream } = event;
    if (isSessionStream(stream)) {
      const entry = planned.get(stream) ?? agendaEntry.initial;
      planned.set(stream, { ...advanced(entry, event), stream });
    } else if (isReservation(event) && event.type === 'AccessCodeReserved') {
      codes.set(event.data.accessCode, event.data.session);
    } else if (isReservation(event)) codes.delete(event.data.accessCode);
  };

  const catchUp = async (): Promise<Directory> => {
    for (;;) {
      const page = await store.readAll(position === undefined ? { limit: PAGE } : { after: position, limit: PAGE });
      for (const { event, position: read } of page) {
        take(event);
        position = read;
      }
      if (page.length < PAGE) return { agenda: [...planned.values()], codes };
    }
  };

  return {
    current() {
      // One after the other, whatever became of the one before, so that no event is taken twice.
      const next = reading.then(catchUp, catchUp);
      reading = next;
      return next;
    },
  };
}
