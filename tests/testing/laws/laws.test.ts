import { describe, expect, test } from 'vitest';
import { checkLaws, LAWS } from '../../../src/adapters/testing/laws/index.ts';
import { assertHeld, check } from '../../../src/adapters/testing/run/check.ts';
import { STORES } from '../../stores/support/stores.ts';
import { seed } from '../../support/property.ts';
import { inMemory, registerOn } from './subjects.ts';

describe.each(STORES)('the library’s own register on a $kind store', ({ kind, open }) => {
  const subject = registerOn(`the register on a ${kind} store`, open);
  const budget = kind === 'memory' ? { seed } : { seed, runs: 8 };

  test.for(Object.entries(LAWS).map(([name, law]) => ({ name, law })))('keeps $name', async ({ law }) => {
    const verdict = await check(law(subject), budget);
    assertHeld(verdict);
    expect(verdict.runs).toBe('runs' in budget ? budget.runs : law(subject).runs);
  });
});

describe('checkLaws', () => {
  test('gives a verdict of each law, in their order, and each is a sentence of its own', async () => {
    const verdicts = await checkLaws(inMemory, { runs: 1 });
    expect(verdicts.map(({ kind }) => kind)).toEqual(verdicts.map(() => 'held'));
    expect(verdicts.map(({ name }) => name)).toEqual(Object.values(LAWS).map((law) => law(inMemory).name));
    expect(new Set(verdicts.map(({ name }) => name)).size).toBe(16);
  });

  test('says of a front door that cannot be opened that no law holds', async () => {
    const verdicts = await checkLaws(
      { name: 'nothing at all', open: () => Promise.reject(new Error('There is no door.')) },
      { runs: 1 },
    );
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({ kind: 'failed', text: expect.stringContaining('There is no door.') });
    }
  });
});
