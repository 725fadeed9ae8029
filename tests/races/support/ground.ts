import { openEventStoreDb } from '../../../src/adapters/eventstoredb/index.ts';
import { sealed } from '../../../src/adapters/sealed/sealed.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import type { Ground } from './round.ts';

/** Short pauses, since what fails here works again at once; all else is as a host has it that says nothing. */
const BUDGETS = { pauseMs: 2, longestPauseMs: 50 };

/** Opens the record as one more process that writes to it. */
export function storeOn(ground: Ground): EventStore {
  const store = 'file' in ground ? openSqliteStore(ground.file) : openEventStoreDb({ ...ground, budgets: BUDGETS });
  return ground.isSealed ? sealed(store) : store;
}
