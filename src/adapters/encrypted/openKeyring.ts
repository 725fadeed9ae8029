import { randomBytes } from 'node:crypto';
import type { Person } from '../../domain/privacy/person.ts';
import type { KeptKey, KeyTable } from '../../domain/store/keys.ts';
import { KEY_BYTES } from '../aead.ts';
import { admitMasters } from './admit.ts';
import type { Keyring } from './keyring.ts';
import type { MasterKeys } from './masters.ts';
import { rememberedKeys } from './remembered.ts';
import { wrappedKey } from './wrapping.ts';

/**
 * Opens the keys of a table. The keyring owns the table, and closes it.
 *
 * @throws KeyError `master-key-wrong` where a master key is not the one that the table knows by this name,
 * `master-key-missing` where the table's keys are wrapped by others only, `master-key-size`, `master-key-name`; the table
 * is as it was then, and open
 */
export async function openKeyring(table: KeyTable, keys: MasterKeys): Promise<Keyring> {
  const { current, byName } = await admitMasters(table, keys, randomBytes);
  const remembered = rememberedKeys(byName);

  // Where another process adds one at the same time, the table says which it is.
  const newKey = (stream: string, person: Person): Promise<KeptKey> =>
    table.add(wrappedKey(current, { stream, person }, randomBytes(KEY_BYTES), randomBytes));

  return {
    async keysOf(stream) {
      const found = new Map<Person, Uint8Array>();
      for (const kept of await table.ofStream(stream)) {
        const key = remembered.unwrapped(kept);
        if (key !== null) found.set(kept.person, key);
      }
      return found;
    },

    async destroyedOf(stream) {
      const kept = await table.ofStream(stream);
      return new Set(kept.filter(({ wrapped }) => wrapped === null).map(({ person }) => person));
    },

    keyFor: async (stream, person) =>
      remembered.unwrapped((await table.ofPerson(stream, person)) ?? (await newKey(stream, person))),

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
