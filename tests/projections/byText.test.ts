import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byText } from '../../src/projections/byText.ts';
import { holds } from '../support/property.ts';

const names = fc.oneof(fc.constantFrom('', 'a', 'a2', 'b', 'é'), fc.string());

test('Texts have one order: either comes before the other, unless they are the same', () => {
  holds(
    fc.property(names, names, fc.array(names), (a, b, all) => {
      expect(byText(a, a)).toBe(0);
      expect(byText(a, b) + byText(b, a)).toBe(0);
      expect(byText(a, b) === 0).toBe(a === b);
      expect(all.toSorted(byText)).toEqual(all.toSorted());
    }),
    { runs: 100 },
  );
});
