import { describe, expect, test } from 'vitest';
import { checkStore } from '../../../src/adapters/testing/store/checkStore.ts';
import { reportText } from '../../../src/adapters/testing/store/reportText.ts';
import { seed } from '../../support/property.ts';
import { FAULTY, failuresOf, SOUND } from './killList.ts';

describe('the kit for stores', () => {
  test.each(SOUND)('finds nothing wrong with a sound store: $name', async (subject) => {
    const report = await checkStore(subject, { seed });
    expect(report.passed, reportText(report)).toBe(true);
  });

  test.each(FAULTY)('finds out a store that $name', async (subject) => {
    expect(await failuresOf(subject)).not.toEqual([]);
  });
});
