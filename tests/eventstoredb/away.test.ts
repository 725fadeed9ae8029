import { describe, expect, test } from 'vitest';
import { numbered } from '../../src/adapters/testing/store/events.ts';
import { newLog } from './server/log/log.ts';
import { startServer } from './server/server.ts';
import { opened, started } from './support/opened.ts';
import { AT_ONCE, codeOf, withStore } from './support/store.ts';

const STREAM = 'session-1';

describe('a server that is away', () => {
  test('when a store is opened is waited for', async () => {
    const { port, log, stop } = await startServer();
    await stop();
    const store = opened({ connectionString: `esdb://127.0.0.1:${port}?tls=false` });
    const answers = [store.append(STREAM, 'none', [numbered(0)]), store.readAll()];
    expect(store.live()).toBe(true);
    expect(await store.ready()).toMatchObject({ isReady: false, error: { code: 'store-unreachable' } });
    await started({ port, log });
    expect(await answers[0]).toMatchObject({ kind: 'appended' });
    expect(Array.isArray(await answers[1])).toBe(true);
    expect(await store.ready()).toEqual({ isReady: true });
  });

  test('for longer than the budget is told, and that nothing was stored', async () => {
    const { port, stop } = await startServer();
    await stop();
    const store = opened({ connectionString: `esdb://127.0.0.1:${port}?tls=false`, budgets: AT_ONCE });
    expect(await codeOf(store.append(STREAM, 'none', [numbered(0)]))).toBe('store-unreachable');
    expect(await codeOf(store.readStream(STREAM))).toBe('store-unreachable');
    await store.close();
    expect(store.live()).toBe(false);
    expect(await codeOf(store.ready())).toBe('store-closed');
  });

  test.each([true, false])(
    'in the middle of appends and comes back has each of them once (killed: %j)',
    async (abrupt) => {
      const log = newLog();
      let server = await startServer({ log });
      const { port } = server;
      const store = opened({ connectionString: server.connectionString });
      const appends: Promise<unknown>[] = [];
      for (let n = 0; n < 40; n++) {
        appends.push(store.append(`s${n % 8}`, Math.floor(n / 8), [numbered(n)]));
        if (n % 8 === 7) {
          if (n === 15 || n === 31) {
            await server.stop({ abrupt });
            server = await startServer({ log, port });
          }
          await Promise.all(appends);
        }
      }
      const ids = (await store.readAll()).map(({ event: { id } }) => id);
      expect(new Set(ids).size).toBe(40);
      expect(ids).toHaveLength(40);
      await store.close();
      await server.stop();
    },
  );

  test('and frozen is left, and found again by another connection', () =>
    withStore(async ({ server, store }) => {
      await store.append(STREAM, 'none', [numbered(0)]);
      server.freeze();
      const appended = store.append(STREAM, 1, [numbered(1)]);
      const read = store.readStream(STREAM, { to: 1 });
      expect(await store.ready()).toMatchObject({ isReady: false });
      server.thaw();
      expect(await appended).toMatchObject({ kind: 'appended', revision: 2 });
      expect(await read).toHaveLength(1);
    }));

  test('and frozen holds up a closing store no longer than an attempt', () =>
    withStore(async ({ server, store }) => {
      server.freeze();
      const appended = codeOf(store.append(STREAM, 'none', [numbered(1)]));
      const read = codeOf(store.readAll());
      await store.close();
      expect([await appended, await read]).toEqual(['store-closed', 'store-closed']);
      server.thaw();
    }));
});
