import { randomBytes } from 'node:crypto';
import type { KeptKey, KeyTable } from '../../domain/store/keys.ts';
import { admitMasters } from './admit.ts';
import type { MasterKeys, Masters } from './masters.ts';
import { unwrappedKey, wrappedKey } from './wrapping.ts';

const PAGE = 500;

/**
 * Wraps every key anew under the current master key; the others are needed no more afterwards. No event changes, and
 * nobody's key. It may be broken off anywhere and begun again, while others read and write.
 *
 * Whoever writes must have the new master key as the current one before this begins: who still wraps new keys under an
 * old one after this has ended needs that one again.
 *
 * @param masters the new master key as `current`, the ones from before as `others`
 * @returns how many keys were wrapped anew
 * @throws KeyError as `openKeyring`, and where a key is met that does not open; what was done until then stays
 */
export async function rotateMasterKey(table: KeyTable, masters: MasterKeys): Promise<number> {
  const admitted = await admitMasters(table, masters, randomBytes);
  let all = 0;
  for (;;) {
    const rewrapped = await pass(table, admitted);
    all += rewrapped;
    // Keys that were added behind this pass by those who were slow to hear of the new master key.
    if (rewrapped === 0) return all;
  }
}

async function pass(table: KeyTable, { current, byName }: Masters): Promise<number> {
  let rewrapped = 0;
  let after: KeptKey | null = null;
  for (;;) {
    const page: readonly KeptKey[] = await table.page(after, PAGE);
    for (const kept of page) {
      if (kept.master === current.id) continue;
      const key = unwrappedKey(byName, kept);
      if (key === null) continue;
      await table.rewrap(kept, wrappedKey(current, kept, key, randomBytes));
      key.fill(0);
      rewrapped++;
    }
    after = page.at(-1) ?? null;
    if (after === null) return rewrapped;
  }
}
