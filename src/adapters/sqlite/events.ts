import type { SQLOutputValue } from 'node:sqlite';
import type { StoredEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { type ReadyEvent, storedEvent, storedText } from '../../domain/store/json.ts';
import type { PositionedEvent, StreamRange } from '../../domain/store/port.ts';
import type { GlobalBounds } from '../../domain/store/ranges.ts';
import type { Connection } from './connection.ts';
import { isTaken } from './faults.ts';

/** The table of events: what can be asked of it, and the one thing that can be added. */
export interface EventTable {
  /** Adds an event with this revision, and answers it as any reader will see it. */
  insert(stream: string, revision: number, event: ReadyEvent): StoredEvent;
  /** The stream's last revision; 0 where it does not exist. */
  lastRevision(stream: string): number;
  ofStream(stream: string, bounds: Required<StreamRange>): StoredEvent[];
  ofAll(bounds: GlobalBounds): PositionedEvent[];
  hasPosition(position: number): boolean;
}

/** A row, or the columns of it that a statement asked for. */
interface Row {
  readonly position?: SQLOutputValue;
  readonly revision?: SQLOutputValue;
  readonly event?: SQLOutputValue;
}

/**
 * Prepares the statements on the table of events.
 *
 * Readers compare what they find with what must be there: a gap in revisions or positions is damage, and not handed on.
 */
export function eventTable({ db, path }: Connection): EventTable {
  const insert = db.prepare('INSERT INTO events (stream, revision, id, event) VALUES (?, ?, ?, ?)');
  const last = db.prepare('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1');
  const ofStream = db.prepare(
    'SELECT event FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision LIMIT ?',
  );
  const ofAll = db.prepare('SELECT position, event FROM events WHERE position > ? ORDER BY position LIMIT ?');
  const place = db.prepare('SELECT 1 FROM events WHERE position = ?');

  const damaged = (what: string, cause?: unknown) => new StoreError('store-damaged', `${path}: ${what}`, { cause });

  const eventOf = ({ event: text }: Row): StoredEvent => {
    try {
      const event = storedEvent(String(text));
      if (event.revision >= 1) return event;
    } catch (cause) {
      throw damaged('a stored event is not JSON', cause);
    }
    throw damaged('a stored event has no revision');
  };

  return {
    insert(stream, revision, event) {
      const text = storedText(event, revision);
      try {
        insert.run(stream, revision, event.id, text);
      } catch (thrown) {
        if (!isTaken(thrown, 'events.id')) throw thrown;
        throw new StoreError('event-id-taken', `Event ${event.id} is already stored`, { cause: thrown });
      }
      return storedEvent(text);
    },

    lastRevision(stream) {
      const row: Row | undefined = last.get(stream);
      return row === undefined ? 0 : Number(row.revision);
    },

    ofStream: (stream, { from, to, limit }) =>
      ofStream.all(stream, from, to, limit).map((row, index) => {
        const event = eventOf(row);
        if (event.stream === stream && event.revision === from + index) return event;
        throw damaged(`revision ${from + index} of stream ${stream} is missing`);
      }),

    ofAll: ({ after, limit }) =>
      ofAll.all(after, limit).map((row, index) => {
        const wanted = after + 1 + index;
        const { position }: Row = row;
        if (position !== wanted) throw damaged(`position ${wanted} is missing`);
        return { position: String(wanted), event: eventOf(row) };
      }),

    hasPosition: (wanted) => place.get(wanted) !== undefined,
  };
}
