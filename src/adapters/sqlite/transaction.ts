import type { DatabaseSync } from 'node:sqlite';

/** Does some work as one transaction: it is stored as a whole, or, where it throws, not at all. */
export type Transaction = <T>(work: () => T) => T;

/**
 * Prepares write transactions. The write lock is taken at the beginning, so that what is read within is still true
 * when it is acted upon; and waiting for the lock happens there only.
 */
export function transactionsOn(db: DatabaseSync): Transaction {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  return (work) => {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (thrown) {
      try {
        rollback.run();
      } catch {
        // After some faults (a full disk) SQLite has rolled back by itself: what went wrong first is what is told.
      }
      throw thrown;
    }
  };
}
