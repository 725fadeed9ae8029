import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { checkLaws } from '../../src/adapters/testing/laws/index.ts';
import { checkStore } from '../../src/adapters/testing/store/checkStore.ts';
import { reportText } from '../../src/adapters/testing/store/reportText.ts';
import { seed } from '../support/property.ts';
import { registerOn } from '../testing/laws/subjects.ts';
import { SEALED } from './subjects.ts';

describe('a sealed store', () => {
  test.each(SEALED)('keeps the contract of a store: $name', async (subject) => {
    const report = await checkStore(subject, { runs: 12, seed });
    expect(report.passed, reportText(report)).toBe(true);
  });

  test('carries a register that keeps every law', async () => {
    const verdicts = await checkLaws(
      registerOn('the register on a sealed store', () => sealed(openMemoryStore())),
      { runs: 3, seed },
    );
    expect(verdicts.filter(({ kind }) => kind !== 'held')).toEqual([]);
  });
});
