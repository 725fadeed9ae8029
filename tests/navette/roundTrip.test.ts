import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNavette } from '../../src/adapters/navette/index.ts';
import { holds } from '../support/property.ts';
import { sheets } from './arbitraries.ts';
import { write } from './writer.ts';

test('whatever sessions a teacher plans, and however the office suite writes them, they are read back without a fault', () => {
  holds(
    fc.property(sheets, (sheet) => {
      const { bytes, lines } = write(sheet);
      const { plans, faults } = readNavette(bytes, { fileName: 'navette.csv' });
      expect(faults).toEqual([]);
      expect(plans).toEqual(sheet.plans.map((plan, at) => ({ line: lines[at], ...plan })));
    }),
    { runs: 500 },
  );
});
