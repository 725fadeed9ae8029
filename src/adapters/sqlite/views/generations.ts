import type { SQLOutputValue } from 'node:sqlite';
import type { View, ViewFault } from '../../../domain/store/views.ts';
import type { Connection } from '../connection.ts';
import { type Rows, rowsOf } from './rows.ts';
import { dropTables, makeTables } from './tables.ts';

/** A row of the table of views. */
interface Row {
  readonly generation?: SQLOutputValue;
  readonly model?: SQLOutputValue;
  readonly version?: SQLOutputValue;
  readonly is_live?: SQLOutputValue;
  readonly position?: SQLOutputValue;
  readonly error?: SQLOutputValue;
  readonly error_position?: SQLOutputValue;
}

const textOrNull = (value: SQLOutputValue | undefined): string | null => (typeof value === 'string' ? value : null);

const viewIn = (row: Row): View => ({
  model: String(row.model),
  version: Number(row.version),
  generation: Number(row.generation),
  position: textOrNull(row.position),
  isLive: row.is_live === 1,
  stopped: typeof row.error === 'string' ? { error: row.error, position: textOrNull(row.error_position) } : null,
});

/** The statements on the views, and on the tables that each has of its own. Each is part of somebody's transaction. */
export function generationsOn({ db }: Connection) {
  const all = db.prepare('SELECT * FROM views ORDER BY generation');
  const one = db.prepare('SELECT * FROM views WHERE generation = ?');
  const ofModel = db.prepare('SELECT * FROM views WHERE model = ? AND is_live = ?');
  const add = db.prepare('INSERT INTO views (model, version, is_live) VALUES (?, ?, 0)');
  const drop = db.prepare('DELETE FROM views WHERE generation = ?');
  const moveTo = db.prepare('UPDATE views SET position = ?, error = NULL, error_position = NULL WHERE generation = ?');
  const setFault = db.prepare('UPDATE views SET error = ?, error_position = ? WHERE generation = ?');
  const setLive = db.prepare('UPDATE views SET is_live = 1 WHERE generation = ?');
  const prepared = new Map<number, Rows>();

  const found = (row: Row | undefined): View | null => (row === undefined ? null : viewIn(row));

  return {
    all: (): View[] => all.all().map(viewIn),

    of: (generation: number): View | null => found(one.get(generation)),

    ofModel: (model: string, isLive: boolean): View | null => found(ofModel.get(model, Number(isLive))),

    add(model: string, version: number): number {
      const generation = Number(add.run(model, version).lastInsertRowid);
      makeTables(db, generation);
      return generation;
    },

    drop(generation: number): void {
      prepared.delete(generation);
      dropTables(db, generation);
      drop.run(generation);
    },

    /** The rows of a generation that is there. */
    rows(generation: number): Rows {
      const rows = prepared.get(generation) ?? rowsOf(db, generation);
      prepared.set(generation, rows);
      return rows;
    },

    moveTo: (generation: number, position: string): void => void moveTo.run(position, generation),
    setFault: (generation: number, fault: ViewFault | null): void =>
      void setFault.run(fault?.error ?? null, fault?.position ?? null, generation),
    setLive: (generation: number): void => void setLive.run(generation),
  };
}
