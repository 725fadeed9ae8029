import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { path, say } from './talk.ts';

// Listens, and has nothing else to do.
openSqliteStore(path).onAppend(() => say('told'));
say('listening');
