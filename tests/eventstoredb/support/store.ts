import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type Behaviour, type EventStoreDbStore, openEventStoreDb } from '../../../src/adapters/eventstoredb/index.ts';
import { isStoreError } from '../../../src/domain/store/errors.ts';
import type { Faults } from '../server/faults.ts';
import { type Server, type ServerOptions, startServer } from '../server/server.ts';

/** Short enough that what is given up for in the end is given up for soon. */
export const SOON = { attemptMs: 400, totalMs: 8_000, idleMs: 400, pauseMs: 2, longestPauseMs: 20 };

/** Impatient: what fails twice fails. */
export const AT_ONCE = { ...SOON, attemptMs: 150, totalMs: 400 };

/** A server in this process, and stores on it. */
export interface Bench {
  readonly server: Server;
  readonly store: EventStoreDbStore;
  /** Another store on the same server, or on another where it says so. */
  readonly open: (behaviour?: Behaviour & { readonly connectionString?: string }) => EventStoreDbStore;
  /** The unmodified client: somebody else on the same server. */
  readonly client: EventStoreDBClient;
}

/** Runs a test with a store on a server of its own. When it is over, nothing of the stores is left on the server. */
export async function withStore(
  work: (bench: Bench) => Promise<void>,
  { budgets = SOON, ...behaviour }: Behaviour = {},
  options: ServerOptions = {},
): Promise<void> {
  const server = await startServer(options);
  const { connectionString } = server;
  const opened: EventStoreDbStore[] = [];
  const open: Bench['open'] = (other = {}) => {
    const store = openEventStoreDb({ connectionString, budgets, ...other });
    opened.push(store);
    return store;
  };
  const client = EventStoreDBClient.connectionString(connectionString);
  try {
    await work({ server, store: open(behaviour), open, client });
    await client.dispose();
    await Promise.all(opened.map((store) => store.close()));
    await server.until(() => server.open() === 0);
  } finally {
    await client.dispose();
    await Promise.all(opened.map((store) => store.close()));
    await server.stop();
  }
}

/** The code of a store's fault; what else is thrown is thrown on. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (thrown) {
    if (isStoreError(thrown)) return thrown.code;
    throw thrown;
  }
  return 'no fault';
}

/** A prefix that nobody else has. */
export const ownPrefix = (): string => `t${randomUUID().replaceAll('-', '')}-`;

/** The first append is stored and not answered, and not known again when it comes once more. */
export const lostAndForgotten: Faults = ({ kind, n }) => {
  if (kind !== 'append' || n > 2) return null;
  return { fault: n === 1 ? 'swallow-after-commit' : 'forgetful' };
};
