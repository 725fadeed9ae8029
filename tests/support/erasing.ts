import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { MASTER } from '../encrypted/support/master.ts';

/** A store that can erase: sealed and encrypted, for as long as the process lives. */
export async function erasing(): Promise<EventStore & Required<Pick<EventStore, 'erase'>>> {
  const store = encrypted(sealed(openMemoryStore()), await openKeyring(openMemoryKeys(), { current: MASTER }));
  const { erase } = store;
  if (erase === undefined) throw new Error('an encrypted store can erase');
  return { ...store, erase };
}
