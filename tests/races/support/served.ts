import { join } from 'node:path';
import { start } from '../../stores/support/child.ts';

const { EMARGEMENT_ESDB: REAL } = process.env;

/** A server for a test, in a process of its own. */
export interface Served {
  readonly connectionString: string;
  /** Ends it. @returns how many connections it killed */
  readonly end: () => Promise<number>;
}

/**
 * A server that speaks the protocol of EventStoreDB, or the real one that `EMARGEMENT_ESDB` names. One that is failing
 * kills a connection now and then, and is never the real one.
 */
export async function served(manner: 'sound' | 'failing'): Promise<Served> {
  if (REAL && manner === 'sound') return { connectionString: REAL, end: async () => 0 };
  const child = start(join(import.meta.dirname, '../workers/server.ts'), manner);
  const connectionString = await child.line();
  if (connectionString === null) throw new Error('there is no server');
  return {
    connectionString,
    end: async () => {
      child.say('end');
      const [killed] = await child.rest();
      return Number(killed);
    },
  };
}
