import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryStore } from '../../../src/adapters/memory/store.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { EVERY_CAPABILITY } from '../../../src/adapters/testing/store/capabilities.ts';
import { slow } from '../../../src/adapters/testing/store/faults.ts';
import type { StoreSubject } from '../../../src/adapters/testing/store/subject.ts';
import { cloned, subjectWith } from './faulty/fault.ts';

/** The store that lives as long as the process: there is no second way to what it holds. */
export const MEMORY: StoreSubject = {
  name: 'memory',
  open: async () => ({ store: openMemoryStore() }),
  capabilities: { ...EVERY_CAPABILITY, secondInstance: false },
};

/** The store in a file, which several instances may have open. */
export const SQLITE: StoreSubject = {
  name: 'SQLite',
  open: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emargement-'));
    const again = async () => openSqliteStore(join(folder, 'record.db'), { synchronous: 'normal', pollMs: 5 });
    return {
      store: await again(),
      again,
      dispose: async () => rmSync(folder, { recursive: true }),
    };
  },
  capabilities: EVERY_CAPABILITY,
};

const aWhile = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A sound store that is really asynchronous: every call arrives late, and every answer as well. */
export const FAR_AWAY: StoreSubject = subjectWith({
  name: 'memory, far away',
  of: () => (near) => {
    const far = slow(near, aWhile);
    // What the writer gave is taken at once; only then does it travel.
    return { ...far, append: (stream, expected, events) => far.append(stream, expected, cloned(events)) };
  },
});
