import { describe, test } from 'vitest';
import { assertHeld, check } from '../../../src/adapters/testing/run/check.ts';
import { EVERY_CAPABILITY } from '../../../src/adapters/testing/store/capabilities.ts';
import { stageFor } from '../../../src/adapters/testing/store/stage.ts';
import { anyCalls } from '../../../src/adapters/testing/store/trials/anyCalls.ts';
import { seed } from '../../support/property.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('any calls of a store in $kind', ({ kind, open }) => {
  test('are answered as one plain list of events would answer them', async () => {
    const subject = { name: kind, open: async () => ({ store: open() }), capabilities: EVERY_CAPABILITY };
    assertHeld(await check(anyCalls.on(stageFor(subject, new Set())), { runs: 100, seed }));
  });
});
