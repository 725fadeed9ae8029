import type { SQLOutputValue } from 'node:sqlite';
import type { Connection } from '../connection.ts';

/** What was overwritten stands in the log beside the file until the log is emptied. */
export interface Wiping {
  /** Keeps that the log has to be emptied; part of the transaction that overwrites something. */
  isDue(): void;
  /** Empties the log where that is due. Where others are reading just then, it stays due. */
  wipe(): void;
}

/** Prepares the wiping of a file of views. */
export function wipingOn({ db }: Connection): Wiping {
  const due = db.prepare('SELECT 1 FROM wiping');
  const setDue = db.prepare('INSERT OR IGNORE INTO wiping (due) VALUES (1)');
  const done = db.prepare('DELETE FROM wiping');
  const empty = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    isDue: () => void setDue.run(),
    wipe() {
      if (due.get() === undefined) return;
      const { busy }: { readonly busy?: SQLOutputValue } = empty.get() ?? {};
      if (busy === 0) done.run();
    },
  };
}
