import type { SQLOutputValue } from 'node:sqlite';
import type { Person } from '../../../domain/privacy/person.ts';
import { StoreError } from '../../../domain/store/errors.ts';
import { type KeptKey, keyPlace, liveKey, WRAPPED_LENGTH } from '../../../domain/store/keys.ts';
import type { Connection } from '../connection.ts';

/** What stands where a key was destroyed: as long as a key, and none. */
const DESTROYED = '.'.repeat(WRAPPED_LENGTH);

/** A row, or the columns of it that a statement asked for. */
interface Row {
  readonly stream?: SQLOutputValue;
  readonly person?: SQLOutputValue;
  readonly master?: SQLOutputValue;
  readonly secret?: SQLOutputValue;
  readonly wrapped?: SQLOutputValue;
  readonly text?: SQLOutputValue;
}

/** The statements on the tables of keys. What reads a row checks that it is what only this library writes. */
export function keyRows({ db, path }: Connection) {
  const columns = 'SELECT k.stream, k.person, k.master, k.secret, s.wrapped FROM keys AS k LEFT JOIN secrets AS s';
  const ofStream = db.prepare(`${columns} ON s.id = k.secret WHERE k.stream = ? ORDER BY k.person`);
  const ofPerson = db.prepare(`${columns} ON s.id = k.secret WHERE k.stream = ? AND k.person = ?`);
  const first = db.prepare(`${columns} ON s.id = k.secret WHERE k.master <> '' ORDER BY k.stream, k.person LIMIT ?`);
  const next = db.prepare(
    `${columns} ON s.id = k.secret WHERE k.master <> '' AND (k.stream, k.person) > (?, ?)
     ORDER BY k.stream, k.person LIMIT ?`,
  );
  const addSecret = db.prepare('INSERT INTO secrets (wrapped) VALUES (?)');
  const addKey = db.prepare('INSERT INTO keys (stream, person, master, secret) VALUES (?, ?, ?, ?)');
  const setSecret = db.prepare('UPDATE secrets SET wrapped = ? WHERE id = ?');
  const setMaster = db.prepare('UPDATE keys SET master = ? WHERE stream = ? AND person = ?');
  const note = db.prepare('SELECT text FROM notes WHERE name = ?');
  const addNote = db.prepare('INSERT INTO notes (name, text) VALUES (?, ?)');

  const keyIn = ({ stream, person, master, wrapped }: Row): KeptKey => {
    const place = { stream: String(stream), person: String(person) as Person };
    try {
      if (wrapped === DESTROYED && master === '') return { ...keyPlace(place), master, wrapped: null };
      return liveKey({ ...place, master: String(master), wrapped: String(wrapped) });
    } catch (cause) {
      throw new StoreError('store-damaged', `${path}: a key is not as this library writes it`, { cause });
    }
  };

  return {
    ofStream: (stream: string): KeptKey[] => ofStream.all(stream).map(keyIn),

    ofPerson(place: Pick<KeptKey, 'stream' | 'person'>): { readonly key: KeptKey; readonly secret: number } | null {
      const row: Row | undefined = ofPerson.get(place.stream, place.person);
      return row === undefined ? null : { key: keyIn(row), secret: Number(row.secret) };
    },

    page: (after: Pick<KeptKey, 'stream' | 'person'> | null, limit: number): KeptKey[] =>
      (after === null ? first.all(limit) : next.all(after.stream, after.person, limit)).map(keyIn),

    add({ stream, person, master, wrapped }: KeptKey): void {
      const { lastInsertRowid } = addSecret.run(wrapped ?? DESTROYED);
      addKey.run(stream, person, master, lastInsertRowid);
    },

    overwrite({ stream, person, master, wrapped }: KeptKey, secret: number): void {
      setSecret.run(wrapped ?? DESTROYED, secret);
      setMaster.run(master, stream, person);
    },

    note(name: string): string | null {
      const row: Row | undefined = note.get(name);
      return row === undefined ? null : String(row.text);
    },

    addNote: (name: string, text: string): void => void addNote.run(name, text),
  };
}
