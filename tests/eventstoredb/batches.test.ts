import { describe, expect, test } from 'vitest';
import { openEventStoreDb } from '../../src/adapters/eventstoredb/index.ts';
import { numbered, numberedFrom, uuid } from '../../src/adapters/testing/store/events.ts';
import type { Fault } from './server/faults.ts';
import { isLive, readUntil } from './support/batches.ts';
import { codeOf, withStore } from './support/store.ts';

const STREAM = 'session-1';

describe('a store that appends in batches', () => {
  test('does so by the server’s stream of batches, as many at once as are asked for', () =>
    withStore(
      async ({ server, store }) => {
        const answers = await Promise.all(
          Array.from({ length: 60 }, (_, n) => store.append(`s${n}`, 'none', numberedFrom(n * 2, 2))),
        );
        expect(answers.every(({ kind }) => kind === 'appended')).toBe(true);
        expect(server.calls.some(({ method }) => method.endsWith('/BatchAppend'))).toBe(true);
        expect(await store.readAll()).toHaveLength(120);
        expect(await store.append('s0', 'none', [numbered(999)])).toMatchObject({ kind: 'conflict', actual: 2 });
      },
      { batchAppend: true, budgets: {} },
    ));

  test.each<Fault>([
    { fault: 'reset' },
    { fault: 'reset-after-commit' },
    { fault: 'swallow' },
    { fault: 'swallow-after-commit' },
    { fault: 'timeout', stored: true },
    { fault: 'not-ready' },
    { fault: 'busy' },
  ])('stores each of them once where one meets %j, and its readers notice nothing', (fault) =>
    withStore(
      async ({ server, store }) => {
        server.faults = ({ kind, n }) => (kind === 'append' && n % 4 === 1 && n < 12 ? fault : null);
        const following = readUntil(store.subscribe(), (so) => so.ids.length === 20 && isLive(so));
        await Promise.all(
          Array.from({ length: 5 }, async (_, stream) => {
            for (let n = 0; n < 4; n++) {
              expect(await store.append(`s${stream}`, n, [numbered(stream * 4 + n)])).toMatchObject({
                kind: 'appended',
              });
              expect(await store.readStream(`s${stream}`)).toHaveLength(n + 1);
            }
          }),
        );
        const { ids } = await following;
        expect(ids.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => uuid(n)));
      },
      { batchAppend: true },
    ),
  );

  test('is alone in its process with that', () =>
    withStore(
      async ({ server: { connectionString }, store }) => {
        const another = () => openEventStoreDb({ connectionString, batchAppend: true });
        expect(another).toThrow(expect.objectContaining({ code: 'range-invalid' }));
        await store.close();
        const next = another();
        expect(await next.append(STREAM, 'none', [numbered(0)])).toMatchObject({ kind: 'appended' });
        await next.close();
      },
      { batchAppend: true },
    ));

  test('outlives an answer of the server about its features that the client would remember for good', () =>
    withStore(
      async ({ server, store }) => {
        server.faults = ({ kind, n }) =>
          kind === 'features' && n === 1 ? { fault: 'status', code: 13, details: 'broken' } : null;
        expect(await store.append(STREAM, 'none', [numbered(0)])).toMatchObject({ kind: 'appended' });
        server.faults = ({ kind, n }) => (kind === 'append' && n === 2 ? { fault: 'denied' } : null);
        expect(await codeOf(store.append(STREAM, 1, [numbered(1)]))).toBe('store-denied');
      },
      { batchAppend: true },
    ));
});
