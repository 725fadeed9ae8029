import { expect, test } from 'vitest';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { checkLaws } from '../../src/adapters/testing/laws/index.ts';
import { checkStore, reportText } from '../../src/adapters/testing/store/index.ts';
import { MASTER } from '../encrypted/support/master.ts';
import { seed } from '../support/property.ts';
import { registerOn } from '../testing/laws/subjects.ts';
import { EVENTSTOREDB } from './support/subject.ts';

test('a store on a server does what every store must do', async () => {
  const report = await checkStore(EVENTSTOREDB);
  expect(report.passed, reportText(report)).toBe(true);
}, 600_000);

test('a record on a server, sealed and encrypted, carries a register that keeps every law', async () => {
  const opened: (() => Promise<void>)[] = [];
  const subject = registerOn('the register on a sealed, encrypted record on a server', async () => {
    const { store, dispose } = await EVENTSTOREDB.open();
    if (dispose !== undefined) opened.push(dispose);
    return encrypted(sealed(store), await openKeyring(openMemoryKeys(), { current: MASTER }));
  });
  const verdicts = await checkLaws(subject, { runs: 3, seed });
  for (const dispose of opened) await dispose();
  expect(verdicts.filter(({ kind }) => kind !== 'held')).toEqual([]);
}, 600_000);
