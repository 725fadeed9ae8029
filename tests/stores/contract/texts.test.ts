import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventWith, jsonData, newEvents } from '../../../src/adapters/testing/store/events.ts';
import { textOfStored } from '../../../src/domain/store/json.ts';
import { holds } from '../../support/property.ts';
import { codeOf } from '../support/faults.ts';
import { STORES, withStore } from '../support/stores.ts';

describe.each(STORES)('the texts of a store in $kind', (kind) => {
  test('are those of its events, in the same places, and can be made anew from what is read', () =>
    withStore(kind, async (store) => {
      let cases = 0;
      await holds(
        fc.asyncProperty(fc.array(jsonData, { maxLength: 3 }), async (data) => {
          await store.append(`séance "${cases++}" \\`, 'none', data.map(eventWith));
          const read = await store.readAll({ limit: 10_000 });
          const texts = read.map(({ position, event }) => ({ position, text: textOfStored(event) }));
          expect(await store.readTexts?.({ limit: 10_000 })).toEqual(texts);
        }),
        { runs: 60 },
      );
    }));

  test('are read in pages like the events', () =>
    withStore(kind, async (store) => {
      await store.append('session-1', 'none', newEvents(5));
      const positions = (await store.readAll()).map(({ position }) => position);
      const [, second = ''] = positions;
      const page = await store.readTexts?.({ after: second, limit: 2 });
      expect(page?.map(({ position }) => position)).toEqual(positions.slice(2, 4));
      expect(await store.readTexts?.({ after: positions.at(-1) ?? '' })).toEqual([]);
      for (const range of [{ after: '99' }, { after: 'x' }, { limit: 0 }, { limit: 10_001 }]) {
        expect(await codeOf(() => store.readTexts?.(range))).toBe('range-invalid');
      }
      await store.close();
      expect(await codeOf(() => store.readTexts?.())).toBe('store-closed');
    }));
});
