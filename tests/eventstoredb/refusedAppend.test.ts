import { describe, expect, test } from 'vitest';
import { numbered } from '../../src/adapters/testing/store/events.ts';
import type { Fault } from './server/faults.ts';
import { codeOf, withStore } from './support/store.ts';

const STREAM = 'session-1';

/** The fault of every append. */
const always =
  (fault: Fault) =>
  ({ kind }: { readonly kind: string }) =>
    kind === 'append' ? fault : null;

describe('an append', () => {
  test('that is given up throws the reason at once, whatever the server does', () =>
    withStore(async ({ server, store }) => {
      server.faults = always({ fault: 'swallow' });
      const given = new AbortController();
      const answer = store.append(STREAM, 'none', [numbered(0)], { signal: given.signal });
      await server.until(() => server.open('append') === 1);
      const reason = new Error('the host stops');
      given.abort(reason);
      await expect(answer).rejects.toBe(reason);
      await expect(store.append(STREAM, 'none', [numbered(0)], { signal: given.signal })).rejects.toBe(reason);
      expect(server.calls.filter(({ kind }) => kind === 'append')).toHaveLength(1);
    }));

  test('of nothing never reaches the server as an append', () =>
    withStore(async ({ server, store }) => {
      expect(await store.append(STREAM, 'any', [])).toEqual({ kind: 'appended', events: [], revision: 0 });
      expect(await store.append(STREAM, 3, [])).toMatchObject({ kind: 'conflict', actual: 0 });
      expect(server.calls.map(({ kind }) => kind)).toEqual(['read', 'read']);
    }));

  test('takes each id once', () =>
    withStore(async ({ server, store }) => {
      expect(await codeOf(store.append(STREAM, 'none', [numbered(0), numbered(0)]))).toBe('event-id-taken');
      const shouted = { ...numbered(0), id: 'ABCDEF00-0000-4000-8000-000000000000' };
      await store.append(STREAM, 'none', [shouted]);
      expect(await store.readStream(STREAM)).toMatchObject([{ id: shouted.id }]);
      expect(server.calls.filter(({ kind }) => kind === 'append')).toHaveLength(1);
    }));

  test('that is larger than the server takes is refused as such, and at once', () =>
    withStore(
      async ({ server, store }) => {
        const events = [numbered(0, 'x'.repeat(3_000)), numbered(1, 'y'.repeat(3_000))];
        expect(await codeOf(store.append(STREAM, 'none', events))).toBe('event-not-json');
        expect(server.calls).toHaveLength(1);
      },
      {},
      { maxAppendSize: 4_096 },
    ));

  test('goes by the plain call, with a deadline, and asks the leader; the server is asked for no features', () =>
    withStore(async ({ server, store }) => {
      await store.append(STREAM, 'none', [numbered(0)]);
      const [call] = server.calls;
      expect(call).toMatchObject({
        method: '/event_store.client.streams.Streams/Append',
        metadata: { 'requires-leader': 'true' },
      });
      expect((call?.deadline ?? 0) - Date.now()).toBeLessThan(3_000);
      expect(server.calls.every(({ kind }) => kind !== 'features')).toBe(true);
    }));

  test('a hundred and fifty at once on a fresh connection are all answered', () =>
    withStore(
      async ({ store }) => {
        const answers = await Promise.all(
          Array.from({ length: 150 }, (_, n) => store.append(`s${n}`, 'none', [numbered(n)])),
        );
        expect(answers.every(({ kind }) => kind === 'appended')).toBe(true);
        expect(await store.readAll()).toHaveLength(150);
      },
      { budgets: {} },
    ));
});
