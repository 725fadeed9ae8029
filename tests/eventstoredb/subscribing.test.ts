import { jsonEvent } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { numbered, numberedFrom, uuid } from '../../src/adapters/testing/store/events.ts';
import { isLive, readUntil } from './support/batches.ts';
import { withStore } from './support/store.ts';

const STREAM = 'session-1';
const uuids = (count: number) => Array.from({ length: count }, (_, n) => uuid(n));

describe.each(['24', '23.10', '23.6'] as const)('a subscription to a server of generation %s', (generation) => {
  test('brings what is stored, says when that was all, and brings what comes', () =>
    withStore(
      async ({ store, open }) => {
        await store.append(STREAM, 'none', numberedFrom(0, 5));
        let isAdded = false;
        const read = await readUntil(store.subscribe({ limit: 2 }), (so) => {
          if (isLive(so) && !isAdded) {
            isAdded = true;
            void open().append('session-2', 'none', numberedFrom(5, 3));
          }
          return so.ids.length === 8 && isLive(so);
        });
        expect(read.ids).toEqual(uuids(8));
        expect(read.batches.every(({ events }) => events.length <= 2)).toBe(true);
        expect(await store.readAll({ after: read.batches.at(-1)?.position ?? '' })).toEqual([]);
      },
      {},
      { generation },
    ));

  test('of a record in which nothing is stored says that this is all, and where to go on: nowhere yet', () =>
    withStore(
      async ({ store, client }) => {
        await client.appendToStream('orders-1', jsonEvent({ type: 'Ordered', data: {} }));
        const { batches } = await readUntil(store.subscribe(), isLive);
        expect(batches).toEqual([{ events: [], position: null, isLive: true }]);
      },
      {},
      { generation },
    ));

  test('goes on from any position that it handed out, also where other people wrote in between', () =>
    withStore(
      async ({ store, client }) => {
        const foreign = () => Array.from({ length: 300 }, (_, n) => jsonEvent({ type: 'Ordered', data: { n } }));
        for (let n = 0; n < 3; n++) {
          await store.append(STREAM, n, [numbered(n)]);
          await client.appendToStream('orders-1', foreign());
        }
        const whole = await readUntil(store.subscribe({ limit: 1 }), (so) => so.ids.length === 3 && isLive(so));
        const positions = new Map<string, number>();
        let before = 0;
        for (const { events, position } of whole.batches) {
          before += events.length;
          if (position !== null) positions.set(position, before);
        }
        // They move on where the server has nothing to bring, too: so the record need not be gone through again.
        expect([...positions.keys()].some((position) => position.includes('+'))).toBe(true);
        for (const [after, count] of positions) {
          expect((await readUntil(store.subscribe({ after }), isLive)).ids).toEqual(uuids(3).slice(count));
          expect((await store.readAll({ after })).map(({ event }) => event.id)).toEqual(uuids(3).slice(count));
        }
      },
      {},
      { generation },
    ));
});
