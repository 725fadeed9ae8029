import { randomBytes } from 'node:crypto';
import type { Person } from '../../domain/privacy/person.ts';
import type { KeptKey, KeyTable } from '../../domain/store/keys.ts';
import { invalid } from '../../domain/store/ranges.ts';
import { KEY_BYTES } from '../crypto/primitives.ts';
import type { SecretKey } from '../crypto/secretKey.ts';
import { admitMasters } from './admit.ts';
import type { Keyring } from './keyring.ts';
import type { MasterKeys } from './masters.ts';
import { rememberedKeys } from './remembered.ts';
import { wrappedKey } from './wrapping.ts';

/** How a keyring treats what it knows already. */
export interface KeyringOptions {
  /**
   * For how long a key that was read from the table is used to write with before the table is asked again, in
   * milliseconds: for so long a writer in another process may not know that a key was destroyed. What it writes
   * meanwhile is opened by nobody. Default 1,000; 0 asks each time.
   */
  readonly askAgainMs?: number;
}

/**
 * Opens the keys of a table. The keyring owns the table, and closes it. Whoever reads asks the table each time.
 *
 * @throws KeyError `master-key-wrong` where a master key is not the one that the table knows by this name,
 * `master-key-missing` where the table's keys are wrapped by others only, `master-key-size`, `master-key-name`;
 * StoreError `range-invalid` for an option. The table is as it was then, and open
 */
export async function openKeyring(
  table: KeyTable,
  keys: MasterKeys,
  { askAgainMs = 1_000 }: KeyringOptions = {},
): Promise<Keyring> {
  if (typeof askAgainMs !== 'number' || !(askAgainMs >= 0)) throw invalid('time', askAgainMs);
  const { current, byName } = await admitMasters(table, keys, randomBytes);
  const remembered = rememberedKeys(byName, askAgainMs);

  // Where another process adds one at the same time, the table says which it is.
  const newKey = (stream: string, person: Person): Promise<KeptKey> =>
    table.add(wrappedKey(current, { stream, person }, randomBytes(KEY_BYTES), randomBytes));

  return {
    async keysOf(stream) {
      const asked = remembered.asking();
      const found = new Map<Person, SecretKey>();
      for (const kept of await table.ofStream(stream)) {
        const key = remembered.unwrapped(kept, asked);
        if (key !== null) found.set(kept.person, key);
      }
      return found;
    },

    async destroyedOf(stream) {
      const kept = await table.ofStream(stream);
      return new Set(kept.filter(({ wrapped }) => wrapped === null).map(({ person }) => person));
    },

    async keyFor(stream, person) {
      const recent = remembered.recent(stream, person);
      if (recent !== null) return recent;
      const asked = remembered.asking();
      return remembered.unwrapped((await table.ofPerson(stream, person)) ?? (await newKey(stream, person)), asked);
    },

    async destroy(stream, person) {
      await table.destroy(stream, person);
      remembered.forget(stream, person);
    },

    async close() {
      remembered.clear();
      await table.close();
    },
  };
}
