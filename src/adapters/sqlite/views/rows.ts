import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { ViewRow, Where } from '../../../domain/store/views.ts';
import { rowValue, wantedRange } from '../../../domain/store/wanted.ts';
import { slotsOf } from './slots.ts';

/** A row, or the columns of it that a statement asked for. */
interface Row {
  readonly stream?: SQLOutputValue;
  readonly text?: SQLOutputValue;
  readonly slot?: SQLOutputValue;
  readonly size?: SQLOutputValue;
  readonly is_kept?: SQLOutputValue;
  readonly columns?: SQLOutputValue;
}

/** A row that a query found, as JSON. */
export interface FoundText {
  readonly stream: string;
  readonly text: string;
}

/** The rows of one generation. */
export interface Rows {
  textOf(stream: string): string | null;
  save(row: ViewRow): void;
  /** In the order of their streams' names. */
  find(where: Where): readonly FoundText[];
}

/** Prepares the statements on the rows of a generation. */
export function rowsOf(db: DatabaseSync, generation: number): Rows {
  const [rows, slots, values] = [`rows_${generation}`, `slots_${generation}`, `values_${generation}`];
  const slotted = slotsOf(db, generation);
  const text = db.prepare(`SELECT s.text FROM ${rows} AS r JOIN ${slots} AS s ON s.id = r.slot WHERE r.stream = ?`);
  const place = db.prepare(`SELECT slot, size, is_kept, columns FROM ${rows} WHERE stream = ?`);
  const save = db.prepare(
    `INSERT INTO ${rows} (stream, slot, size, is_kept, columns) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (stream) DO UPDATE SET
       slot = excluded.slot, size = excluded.size, is_kept = excluded.is_kept, columns = excluded.columns`,
  );
  const addValue = db.prepare(`INSERT OR IGNORE INTO ${values} (name, value, stream) VALUES (?, ?, ?)`);
  const dropValue = db.prepare(`DELETE FROM ${values} WHERE name = ? AND value = ? AND stream = ?`);

  const eachValue = (columns: ViewRow['columns'], work: (name: string, value: string | number) => void) => {
    for (const [name, all] of Object.entries(columns)) for (const value of all) work(name, value);
  };

  return {
    textOf(stream) {
      const found: Row | undefined = text.get(stream);
      return found === undefined ? null : String(found.text).trimEnd();
    },

    save({ stream, text: given, isKept, columns }) {
      eachValue(columns, (_, value) => rowValue(value));
      const former: Row | undefined = place.get(stream);
      const slot = former === undefined ? null : { slot: Number(former.slot), size: Number(former.size) };
      const written = slotted.write(given, slot);
      const listed = JSON.stringify(columns);
      const isSame = former?.columns === listed;
      if (isSame && written === slot && former?.is_kept === Number(isKept)) return;
      save.run(stream, written.slot, written.size, Number(isKept), listed);
      if (isSame) return;
      const before = former === undefined ? {} : JSON.parse(String(former.columns));
      eachValue(before, (name, value) => dropValue.run(name, value, stream));
      eachValue(columns, (name, value) => addValue.run(name, value, stream));
    },

    find(where) {
      const { text: conditions, given } = conditionsOf(where, values);
      const sql = `SELECT r.stream, s.text FROM ${rows} AS r JOIN ${slots} AS s ON s.id = r.slot
        WHERE r.is_kept ${conditions} ORDER BY r.stream`;
      const found = db.prepare(sql).all(...given);
      return found.map(({ stream, text }: Row) => ({ stream: String(stream), text: String(text).trimEnd() }));
    },
  };
}

/** What a query asks for, in SQL. Texts and numbers are told apart: SQLite has all numbers before all texts. */
function conditionsOf(where: Where, values: string): { readonly text: string; readonly given: SQLInputValue[] } {
  const given: SQLInputValue[] = [];
  const conditions = Object.entries(where).map(([name, wanted]) => {
    const { from, to } = wantedRange(wanted);
    const isText = typeof (from ?? to) === 'string';
    given.push(name);
    const asked = [
      ...bound('>=', from, given),
      ...bound('<=', to, given),
      `typeof(value) ${isText ? '=' : '<>'} 'text'`,
    ];
    return `AND r.stream IN (SELECT stream FROM ${values} WHERE name = ? AND ${asked.join(' AND ')})`;
  });
  return { text: conditions.join(' '), given };
}

function bound(sign: string, end: string | number | null, given: SQLInputValue[]): readonly string[] {
  if (end === null) return [];
  given.push(end);
  return [`value ${sign} ?`];
}
