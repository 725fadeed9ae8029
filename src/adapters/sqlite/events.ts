import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { StoredEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { type ReadyEvent, storedEvent, storedText } from '../../domain/store/json.ts';
import type { PositionedEvent, PositionedText, StreamRange } from '../../domain/store/port.ts';
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
  /** What stands in the table, gaps and damage and all. */
  textsOfAll(bounds: GlobalBounds): PositionedText[];
  hasPosition(position: number): boolean;
}

/** An event, and what stands beside it. */
const COLUMNS = 'event, position, stream, revision, id';

/** What a statement asked for of a row, in this order; the columns are {@link COLUMNS}, or the first of them. */
type Cells = readonly (SQLOutputValue | undefined)[];

/** A statement as drivers before Node 22.16 have it, which cannot be asked for arrays. */
type Statement = Omit<StatementSync, 'setReturnArrays'> & Partial<Pick<StatementSync, 'setReturnArrays'>>;

/**
 * Prepares a statement that asks for many rows. Each is an array where the driver can, since its objects take it twice as
 * long; these name what was asked for in the same order.
 */
function cellsOf(db: DatabaseSync, sql: string): (...given: readonly SQLInputValue[]) => readonly Cells[] {
  const statement: Statement = db.prepare(sql);
  if (statement.setReturnArrays === undefined) return (...given) => statement.all(...given).map(Object.values);
  statement.setReturnArrays(true);
  return (...given) => statement.all(...given) as unknown as readonly Cells[];
}

/**
 * Prepares the statements on the table of events.
 *
 * Readers compare what they find with what must be there: a gap in revisions or positions is damage, and not handed on.
 * So is a text that says the same in other bytes than this library writes, or something else than the columns beside it.
 */
export function eventTable({ db, path }: Connection): EventTable {
  const insert = db.prepare('INSERT INTO events (stream, revision, id, event) VALUES (?, ?, ?, ?)');
  const last = db.prepare('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1');
  const ofStream = cellsOf(
    db,
    `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision LIMIT ?`,
  );
  const ofAll = cellsOf(db, `SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
  const textsOfAll = cellsOf(db, 'SELECT event, position FROM events WHERE position > ? ORDER BY position LIMIT ?');
  const bytesAt = db.prepare('SELECT CAST(event AS BLOB) AS bytes FROM events WHERE position = ?');
  const place = db.prepare('SELECT 1 FROM events WHERE position = ?');

  const damaged = (what: string, cause?: unknown) => new StoreError('store-damaged', `${path}: ${what}`, { cause });

  /** A stored text. Where its bytes are no text, something that is read as damage, and never as what was stored. */
  const textOf = ([event, position]: Cells): string => {
    const text = String(event);
    // The driver reads this character wherever it cannot read the bytes.
    if (position === undefined || !text.includes('\ufffd')) return text;
    const { bytes }: { bytes?: SQLOutputValue } = bytesAt.get(position) ?? {};
    const found = Buffer.from(bytes instanceof Uint8Array ? bytes : []);
    return found.equals(Buffer.from(text)) ? text : `\ufffd${found.toString('latin1')}`;
  };

  const eventOf = (row: Cells): StoredEvent => {
    const [, , stream, revision, id] = row;
    const text = textOf(row);
    const fault = (what: string, cause?: unknown) => damaged(`stream ${stream}, revision ${revision}: ${what}`, cause);
    let event: StoredEvent | null;
    try {
      event = storedEvent(text);
    } catch (cause) {
      throw fault('the event is not JSON', cause);
    }
    if (JSON.stringify(event) !== text) throw fault('the event is not in the form in which it was stored');
    if (event !== null && event.stream === stream && event.revision === revision && event.id === id) return event;
    throw fault('another event stands there');
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
      const { revision = 0 }: { revision?: SQLOutputValue } = last.get(stream) ?? {};
      return Number(revision);
    },

    ofStream: (stream, { from, to, limit }) =>
      ofStream(stream, from, to, limit).map((row, index) => {
        const [, , , revision] = row;
        if (revision !== from + index) throw damaged(`stream ${stream}, revision ${from + index} is missing`);
        return eventOf(row);
      }),

    ofAll: ({ after, limit }) =>
      ofAll(after, limit).map((row, index) => {
        const wanted = after + 1 + index;
        const [, position] = row;
        if (position !== wanted) throw damaged(`position ${wanted} is missing`);
        return { position: String(wanted), event: eventOf(row) };
      }),

    textsOfAll: ({ after, limit }) =>
      textsOfAll(after, limit).map((row) => ({ position: String(row[1]), text: textOf(row) })),

    hasPosition: (wanted) => place.get(wanted) !== undefined,
  };
}
