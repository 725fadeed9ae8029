import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { SqliteStoreOptions } from '../../../src/adapters/sqlite/options.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { newEvents } from '../../../src/adapters/testing/store/events.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';

/** Opens a record that is closed when the test is over. */
export function opened(path: string, options?: SqliteStoreOptions): EventStore {
  const store = openSqliteStore(path, options);
  onTestFinished(() => store.close());
  return store;
}

/** Opens a file behind the library's back. */
export function rawly<T>(path: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path, { defensive: false });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Writes a record of so many events of one stream, and closes it. */
export async function written(path: string, count: number, stream = 'session-1'): Promise<void> {
  const store = openSqliteStore(path, { synchronous: 'normal' });
  await store.append(stream, 'none', newEvents(count));
  await store.close();
}
