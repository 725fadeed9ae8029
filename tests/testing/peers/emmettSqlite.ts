import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InMemoryEventStore } from '@event-driven-io/emmett';
import { EMMETT_CAPABILITIES, emmettStore } from './emmett.ts';
import type { Peer } from './peer.ts';

/** As much of the package as the binding uses; its stores have the same methods as those in memory. */
interface EmmettSqlite {
  readonly getSQLiteEventStore: (options: {
    readonly fileName: string;
  }) => Pick<InMemoryEventStore, 'appendToStream' | 'readStream'>;
}

/** Not a dependency, for the sake of its native driver: it is judged where somebody has put both beside the project. */
const PACKAGE = '@event-driven-io/emmett-sqlite';

/** Its store in an SQLite file. */
export const EMMETT_SQLITE: Peer = {
  name: `${PACKAGE}, in a file`,
  version: '0.42',
  load: async () => {
    let loaded: EmmettSqlite;
    try {
      loaded = await import(PACKAGE);
    } catch {
      return { notRun: `${PACKAGE} and its native driver are not installed` };
    }
    return {
      name: 'emmett, in SQLite',
      capabilities: { ...EMMETT_CAPABILITIES, secondInstance: true },
      open: async () => {
        const folder = mkdtempSync(join(tmpdir(), 'emargement-'));
        const again = async () => emmettStore(loaded.getSQLiteEventStore({ fileName: join(folder, 'record.db') }));
        return { store: await again(), again, dispose: async () => rmSync(folder, { recursive: true }) };
      },
    };
  },
};
