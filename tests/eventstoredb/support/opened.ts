import { onTestFinished } from 'vitest';
import {
  type EventStoreDbOptions,
  type EventStoreDbStore,
  openEventStoreDb,
} from '../../../src/adapters/eventstoredb/index.ts';
import { type Server, type ServerOptions, startServer } from '../server/server.ts';
import { SOON } from './store.ts';

/** A server, stopped when the test is over. */
export async function started(options: ServerOptions = {}): Promise<Server> {
  const server = await startServer(options);
  onTestFinished(() => server.stop());
  return server;
}

/** A store, closed when the test is over. */
export function opened(options: EventStoreDbOptions): EventStoreDbStore {
  const store = openEventStoreDb({ budgets: SOON, ...options });
  onTestFinished(() => store.close());
  return store;
}
