import { describe, expect, test } from 'vitest';
import { newEvents, revisionsOf } from '../../../src/adapters/testing/store/events.ts';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import type { GlobalRange, StreamRange } from '../../../src/domain/store/port.ts';
import { codeOf } from '../support/faults.ts';
import { STORES, withStore } from '../support/stores.ts';

const STREAM = 'session-1';

describe.each(STORES)('reading a stream in $kind', (kind) => {
  test.each<[StreamRange, number[]]>([
    [{}, [1, 2, 3, 4, 5]],
    [{ from: 2 }, [2, 3, 4, 5]],
    [{ to: 2 }, [1, 2]],
    [{ to: 0 }, []],
    [{ from: 2, to: 4 }, [2, 3, 4]],
    [{ from: 4, to: 2 }, []],
    [{ from: 2, limit: 2 }, [2, 3]],
    [{ from: 2, to: 3, limit: 9 }, [2, 3]],
    [{ limit: 1 }, [1]],
    [{ from: 5 }, [5]],
    [{ from: 6 }, []],
    [{ from: Number.MAX_SAFE_INTEGER, limit: Number.MAX_SAFE_INTEGER }, []],
  ])('of five events, the range %j has the revisions %j', (range, revisions) =>
    withStore(kind, async (store) => {
      await store.append('session-0', 'none', newEvents(3));
      await store.append(STREAM, 'none', newEvents(5));
      expect(revisionsOf(await store.readStream(STREAM, range))).toEqual(revisions);
    }),
  );

  test('one that does not exist is empty', () =>
    withStore(kind, async (store) => {
      expect(await store.readStream(STREAM)).toEqual([]);
    }));

  test('names are compared letter by letter: neither case, nor accents, nor spaces are forgiven', () =>
    withStore(kind, async (store) => {
      const names = ['séance', 'SÉANCE', 'se\u0301ance', 'séance ', 'seance', ''];
      for (const name of names) await store.append(name, 'none', [newEvent()]);
      for (const name of names) expect(await store.readStream(name)).toMatchObject([{ stream: name, revision: 1 }]);
    }));

  test.each<StreamRange>([{ from: 0 }, { from: 1.5 }, { from: -1 }, { to: -1 }, { to: Number.NaN }, { limit: 0 }])(
    'refuses the range %j',
    (range) =>
      withStore(kind, async (store) => {
        expect(await codeOf(() => store.readStream(STREAM, range))).toBe('range-invalid');
      }),
  );
});

describe.each(STORES)('reading the global order in $kind', (kind) => {
  test('is the order in which the events were stored, across streams', () =>
    withStore(kind, async (store) => {
      const events = newEvents(6);
      for (const [index, event] of events.entries()) await store.append(`session-${index % 2}`, 'any', [event]);
      expect((await store.readAll()).map(({ event }) => event.id)).toEqual(events.map(({ id }) => id));
    }));

  test('whoever goes on from the last position it saw misses nothing and sees nothing twice', () =>
    withStore(kind, async (store) => {
      const seen: string[] = [];
      let range: GlobalRange = { limit: 3 };
      const goOn = async () => {
        for (;;) {
          const page = await store.readAll(range);
          const last = page.at(-1);
          if (last === undefined) return;
          seen.push(...page.map(({ event }) => event.id));
          range = { after: last.position, limit: 3 };
        }
      };
      await goOn();
      const events = newEvents(20);
      for (const event of events) {
        await store.append(`session-${events.indexOf(event) % 3}`, 'any', [event]);
        if (events.indexOf(event) % 4 === 0) await goOn();
      }
      await goOn();
      expect(seen).toEqual(events.map(({ id }) => id));
    }));

  test('a page is a thousand events unless the reader says otherwise, and at most ten thousand', () =>
    withStore(kind, async (store) => {
      for (let part = 0; part < 10; part++) await store.append(STREAM, part * 1_000, newEvents(1_000));
      await store.append(STREAM, 10_000, newEvents(1));
      expect(await store.readAll()).toHaveLength(1_000);
      expect(await store.readAll({ limit: 10_000 })).toHaveLength(10_000);
      expect(await codeOf(() => store.readAll({ limit: 10_001 }))).toBe('range-invalid');
      expect(await store.readStream(STREAM)).toHaveLength(10_001);
    }));

  test('a position that the store cannot have handed out is refused', () =>
    withStore(kind, async (store) => {
      await store.append(STREAM, 'none', newEvents(2));
      const last = (await store.readAll()).at(-1)?.position;
      expect(last === undefined ? null : await store.readAll({ after: last })).toEqual([]);
      for (const after of ['3', '0', '-1', '1.5', '', ' 1', 'C:12/P:12', '9007199254740993', 1 as unknown as string]) {
        expect([after, await codeOf(() => store.readAll({ after }))]).toEqual([after, 'range-invalid']);
      }
    }));

  test.each([0, -1, 1.5, Number.NaN])('refuses the limit %s', (limit) =>
    withStore(kind, async (store) => {
      expect(await codeOf(() => store.readAll({ limit }))).toBe('range-invalid');
    }),
  );
});
