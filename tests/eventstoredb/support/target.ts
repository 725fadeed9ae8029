import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { test } from 'vitest';
import { type Server, type ServerOptions, startServer } from '../server/server.ts';

/** A real server to test against instead: `EMARGEMENT_ESDB`, a connection string. */
const { EMARGEMENT_ESDB: REAL } = process.env;

/** A server to test against, whichever it is. */
export interface Target {
  readonly connectionString: string;
  /** The server where it is the one in this process, which can be made to fail; `null` where it is a real one. */
  readonly server: Server | null;
  /** The unmodified client, connected. Given up when the test is over. */
  readonly client: EventStoreDBClient;
  /** A stream of this name that no other test writes to, whatever else is on the server. */
  readonly stream: (name?: string) => string;
}

/** Runs a test against a server of its own; with `EMARGEMENT_ESDB`, against that one, whatever the options say. */
export async function withServer(
  work: (target: Target) => Promise<void>,
  options: Omit<ServerOptions, 'tls' | 'user'> = {},
): Promise<void> {
  const server = REAL ? null : await startServer(options);
  const connectionString = REAL ?? server?.connectionString ?? '';
  const client = EventStoreDBClient.connectionString(connectionString);
  const prefix = `t${randomUUID().replaceAll('-', '')}`;
  try {
    await work({ connectionString, server, client, stream: (name = 's') => `${prefix}-${name}` });
  } finally {
    await client.dispose();
    await server?.stop();
  }
}

/**
 * A test that needs more than a real server lets anybody do, such as failing when told to: where one is tested against,
 * it is skipped, and counted among what was.
 */
export const serverTest: typeof test.skip = REAL ? test.skip : test;
