import { jsonEvent } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { numbered, numberedFrom } from '../../src/adapters/testing/store/events.ts';
import { isLive, readUntil } from './support/batches.ts';
import { codeOf, withStore } from './support/store.ts';

const STREAM = 'session-1';

describe('a subscription', () => {
  test('that the reader leaves, gives up or closes the store under is ended on the server too', () =>
    withStore(async ({ server, store, open }) => {
      await store.append(STREAM, 'none', [numbered(0)]);
      await readUntil(store.subscribe(), () => true);
      await server.until(() => server.open('subscribe') === 0);
      const given = new AbortController();
      const reason = new Error('the projector stops');
      const left = readUntil(store.subscribe({ signal: given.signal }), (so) => {
        if (isLive(so)) given.abort(reason);
        return false;
      });
      await expect(left).rejects.toBe(reason);
      await server.until(() => server.open('subscribe') === 0);
      const closing = open();
      const under = readUntil(closing.subscribe(), (so) => {
        if (isLive(so)) void closing.close();
        return false;
      });
      expect(await codeOf(under)).toBe('store-closed');
      expect(() => closing.subscribe()).toThrow(expect.objectContaining({ code: 'store-closed' }));
    }));

  test('that nobody reads takes in no more than a little', () =>
    withStore(
      async ({ server, store }) => {
        for (let n = 0; n < 5; n++) {
          await store.append(
            STREAM,
            n * 1_000,
            numberedFrom(n * 1_000, 1_000).map((one) => ({ ...one, data: 'x'.repeat(500) })),
          );
        }
        const reader = store.subscribe({ limit: 50 })[Symbol.asyncIterator]();
        await reader.next();
        const sent = () => server.calls.find(({ kind }) => kind === 'subscribe')?.sent ?? 0;
        let before = -1;
        while (before !== sent()) {
          before = sent();
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        expect(sent()).toBeLessThan(1_000);
        await reader.return?.();
      },
      { budgets: {} },
      { maxAppendSize: 10_000_000 },
    ));

  test('from a position that the server has not reached, or that is another record’s, is refused, and not silent', () =>
    withStore(async ({ store }) => {
      await store.append(STREAM, 'none', [numbered(0)]);
      for (const after of ['99999999/99999999', '1363/1363']) {
        expect(await codeOf(readUntil(store.subscribe({ after }), isLive))).toBe('range-invalid');
      }
      const [first] = await store.readAll();
      // How far the server looked is no promise: it may have been put back to an older state since.
      const { ids } = await readUntil(store.subscribe({ after: `${first?.position}+99999999/99999999` }), isLive);
      expect(ids).toEqual([]);
      expect(() => store.subscribe({ after: 'x' })).toThrow(expect.objectContaining({ code: 'range-invalid' }));
      expect(() => store.subscribe({ limit: 0 })).toThrow(expect.objectContaining({ code: 'range-invalid' }));
    }));

  test('that meets what this library did not write ends there, and so does one that is let see nothing', () =>
    withStore(async ({ server, store, client }) => {
      await store.append(STREAM, 'none', [numbered(0)]);
      await client.appendToStream('emargement-session-1', jsonEvent({ type: 'Noted', data: {} }));
      expect(await codeOf(readUntil(store.subscribe(), () => false))).toBe('store-damaged');
      server.faults = ({ kind }) => (kind === 'subscribe' ? { fault: 'denied' } : null);
      expect(await codeOf(readUntil(store.subscribe(), () => false))).toBe('store-denied');
    }));

  test('whose reader of its health throws ends with that', () =>
    withStore(async ({ store }) => {
      const thrown = new Error('a gauge that is broken');
      const subscription = store.subscribe({
        onHealth: ({ state }) => {
          if (state === 'live') throw thrown;
        },
      });
      await expect(readUntil(subscription, () => false)).rejects.toBe(thrown);
    }));
});
