import type { KeyTable } from '../../domain/store/keys.ts';
import { KeyError } from './errors.ts';
import { type Master, type MasterKeys, type Masters, mastersOf } from './masters.ts';
import { lockedText, type Random, unlockedText } from './wrapping.ts';

/** What a table keeps of each master key, so that another of the same name is told from it: nothing, locked by it. */
const noteOf = ({ id }: Master): string => `master ${id}`;

const NOTHING = new Uint8Array();

function assertSame(master: Master, check: string): void {
  if (unlockedText(master, noteOf(master), check) !== null) return;
  throw new KeyError('master-key-wrong', `Master key ${master.id} is not the one that wraps the keys of this table`);
}

/** Some key in use must be wrapped by a master key that is there; a table of others' keys gets no note of ours. */
async function assertNotOfOthers(table: KeyTable, { byName }: Masters): Promise<void> {
  const [first] = await table.page(null, 1);
  if (first === undefined || byName.has(first.master)) return;
  throw new KeyError(
    'master-key-missing',
    `The keys of this table are wrapped by master key ${first.master}, which was not given`,
  );
}

/**
 * Tries master keys on a table before any is used. Where one is refused, the table stays as it was.
 *
 * @throws KeyError `master-key-size`, `master-key-name`, `master-key-wrong`, `master-key-missing`
 */
export async function admitMasters(table: KeyTable, keys: MasterKeys, random: Random): Promise<Masters> {
  const masters = mastersOf(keys);
  const { current, byName } = masters;
  for (const master of byName.values()) {
    const check = await table.note(noteOf(master));
    if (check !== null) assertSame(master, check);
  }
  await assertNotOfOthers(table, masters);
  // Another process may be faster, with another master key of the same name.
  const check = lockedText(current, noteOf(current), NOTHING, random);
  assertSame(current, (await table.note(noteOf(current))) ?? (await table.addNote(noteOf(current), check)));
  return masters;
}
