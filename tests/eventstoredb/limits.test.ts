import { describe, expect, test } from 'vitest';
import { numbered, numberedFrom } from '../../src/adapters/testing/store/events.ts';
import { isLive, readUntil } from './support/batches.ts';
import { AT_ONCE, codeOf, withStore } from './support/store.ts';

describe('calls at once', () => {
  test('beyond what a store makes stand in line, and are told when the line is too long', () =>
    withStore(
      async ({ server, store }) => {
        let most = 0;
        server.faults = ({ kind }) => {
          most = Math.max(most, server.open('append'));
          return kind === 'append' ? { fault: 'slow', ms: 100 } : null;
        };
        const codes = await Promise.all(
          Array.from({ length: 12 }, (_, n) => codeOf(store.append(`s${n}`, 'none', [numbered(n)]))),
        );
        expect(new Set(codes)).toEqual(new Set(['no fault', 'store-overloaded']));
        expect(most).toBe(2);
      },
      { maxCalls: 2, budgets: { ...AT_ONCE, attemptMs: 300, totalMs: 600 } },
    ));

  test('as many as a store makes go through one connection beside its subscriptions, and none is left hanging', () =>
    withStore(
      async ({ server, store }) => {
        const given = new AbortController();
        const following = Array.from({ length: 30 }, async () => {
          const all = readUntil(store.subscribe({ signal: given.signal }), () => false);
          await expect(all).rejects.toThrow('enough');
        });
        await server.until(() => server.open('subscribe') === 30);
        const answers = Promise.all(
          Array.from({ length: 200 }, (_, n) => store.append(`s${n}`, 'none', numberedFrom(n * 2, 2))),
        );
        expect((await answers).every(({ kind }) => kind === 'appended')).toBe(true);
        given.abort(new Error('enough'));
        await Promise.all(following);
      },
      { budgets: {} },
    ));

  test('that many subscriptions leave no place for is told, and no silence', () =>
    withStore(
      async ({ server, store }) => {
        const given = new AbortController();
        const following = Array.from({ length: 3 }, () =>
          readUntil(store.subscribe({ signal: given.signal }), () => false).catch((error: unknown) => String(error)),
        );
        await server.until(() => server.open('subscribe') === 3);
        expect(await codeOf(readUntil(store.subscribe(), isLive))).toBe('store-overloaded');
        expect(await codeOf(store.readAll())).toBe('store-overloaded');
        given.abort(new Error('enough'));
        expect(await Promise.all(following)).toEqual(['Error: enough', 'Error: enough', 'Error: enough']);
        expect(await store.readAll()).toEqual([]);
      },
      { maxCalls: 3, budgets: { ...AT_ONCE, totalMs: 300 } },
    ));
});
