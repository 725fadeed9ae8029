import { expect, test } from 'vitest';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { checkLaws } from '../../src/adapters/testing/laws/index.ts';
import { STORES } from '../stores/support/stores.ts';
import { seed } from '../support/property.ts';
import { registerOn } from '../testing/laws/subjects.ts';
import { MASTER } from './support/master.ts';

test.each(STORES)(
  'a record on a $kind store, sealed and encrypted, carries a register that keeps every law',
  async ({ kind, open }) => {
    const subject = registerOn(`the register on a sealed, encrypted ${kind} store`, async () =>
      encrypted(sealed(open()), await openKeyring(openMemoryKeys(), { current: MASTER })),
    );
    const verdicts = await checkLaws(subject, { runs: 3, seed });
    expect(verdicts.filter(({ kind: verdict }) => verdict !== 'held')).toEqual([]);
  },
);
