import { openEventStoreDb } from '../../../src/adapters/eventstoredb/index.ts';
import { EVERY_CAPABILITY, type StoreSubject } from '../../../src/adapters/testing/store/index.ts';
import { startServer } from '../server/server.ts';
import { ownPrefix } from './store.ts';

const { EMARGEMENT_ESDB: REAL } = process.env;

/** A store on a server, as the kit judges it: on a server of its own, or on the real one that is named. */
export const EVENTSTOREDB: StoreSubject = {
  name: 'EventStoreDB',
  // The server knows an event again only in the place where it stands.
  capabilities: { ...EVERY_CAPABILITY, uniqueEventIds: false },
  open: async () => {
    const server = REAL ? null : await startServer();
    const options = { connectionString: REAL ?? server?.connectionString ?? '', prefix: ownPrefix() };
    const again = async () => openEventStoreDb(options);
    return { store: await again(), again, dispose: async () => server?.stop() };
  },
};
