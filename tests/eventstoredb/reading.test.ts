import { jsonEvent } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { numbered, numberedFrom, revisionsOf, uuid } from '../../src/adapters/testing/store/events.ts';
import type { Fault } from './server/faults.ts';
import { AT_ONCE, codeOf, withStore } from './support/store.ts';

const STREAM = 'session-1';
const ON_SERVER = 'emargement-session-1';

describe('a read', () => {
  test.each<Fault>([
    { fault: 'reset' },
    { fault: 'reset-after', events: 7 },
    { fault: 'freeze-after', events: 7 },
    { fault: 'status-after', events: 7, code: 14, details: 'going down' },
    { fault: 'swallow' },
    { fault: 'not-ready' },
    { fault: 'not-leader' },
  ])('that meets %j is made again, and is whole', (fault) =>
    withStore(async ({ server, client, store, open }) => {
      await open().append(STREAM, 'none', numberedFrom(0, 20));
      const { length } = server.calls.filter(({ kind }) => kind === 'read');
      server.faults = ({ kind, n }) => (kind === 'read' && n === length + 1 ? fault : null);
      expect(revisionsOf(await store.readStream(STREAM))).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      server.faults = ({ kind, n }) => (kind === 'read' && n === length + 3 ? fault : null);
      expect(await store.readAll()).toHaveLength(20);
      await client.dispose();
    }),
  );

  test('that trickles in takes the time it needs, as long as something comes', () =>
    withStore(async ({ server, store }) => {
      await store.append(STREAM, 'none', numberedFrom(0, 40));
      server.faults = ({ kind }) => (kind === 'read' ? { fault: 'trickle', ms: 20 } : null);
      const { length } = server.calls;
      expect(await store.readStream(STREAM)).toHaveLength(40);
      expect(server.calls.length - length).toBe(1);
    }));

  test.each(['readStream', 'readAll', 'readTexts'] as const)(
    'by %s that is given up is never a part of an answer',
    (how) =>
      withStore(async ({ server, store }) => {
        await store.append(STREAM, 'none', numberedFrom(0, 20));
        server.faults = ({ kind }) => (kind === 'read' ? { fault: 'freeze-after', events: 5 } : null);
        const given = new AbortController();
        const options = { signal: given.signal };
        const answer = how === 'readStream' ? store.readStream(STREAM, {}, options) : store[how]({}, options);
        await server.until(() => server.open('read') === 1 && server.calls.at(-1)?.sent === 5);
        const reason = new Error('the reader left');
        given.abort(reason);
        await expect(answer).rejects.toBe(reason);
        // And the server is told.
        await server.until(() => server.open() === 0);
      }),
  );

  test('of many pages leaves nothing open, and neither does one of a part', () =>
    withStore(
      async ({ server, store }) => {
        for (let n = 0; n < 3; n++) await store.append(STREAM, n * 900, numberedFrom(n * 900, 900));
        expect(await store.readStream(STREAM)).toHaveLength(2_700);
        expect(revisionsOf(await store.readStream(STREAM, { from: 1_995, to: 2_010 }))).toEqual(
          Array.from({ length: 16 }, (_, n) => 1_995 + n),
        );
        expect(await store.readAll({ limit: 10_000 })).toHaveLength(2_700);
        expect(await store.readAll({ limit: 3 })).toHaveLength(3);
        expect(server.open()).toBe(0);
      },
      { budgets: {} },
    ));

  test('of a server that is never ready ends when its budget is spent', () =>
    withStore(
      async ({ server, store }) => {
        server.faults = () => ({ fault: 'not-ready' });
        expect(await codeOf(store.readStream(STREAM))).toBe('store-unreachable');
        expect(await store.ready()).toMatchObject({ isReady: false, error: { code: 'store-unreachable' } });
      },
      { budgets: AT_ONCE },
    ));
});

describe('a position', () => {
  test.each(['', 'x', '1', '1/', '/1', '-1/1', '1/1/1', '1/1+0/0', `${2n ** 63n}/1`, '1/1+'])('is not %j', (position) =>
    withStore(async ({ store }) => {
      expect(await codeOf(store.readAll({ after: position }))).toBe('range-invalid');
    }),
  );

  test('is that of an event of this record: no other place, and none that the server has not reached', () =>
    withStore(async ({ store, client }) => {
      await store.append(STREAM, 'none', numberedFrom(0, 2));
      const foreign = await client.appendToStream('orders-1', jsonEvent({ type: 'Ordered', data: {} }));
      const [first, last] = await store.readAll();
      const place = (last?.position ?? '').split('/');
      expect(await store.readAll({ after: first?.position ?? '' })).toEqual([last]);
      for (const wrong of ['5/5', `${BigInt(place[0] ?? 0) + 1n}/${place[1]}`, '99999999/99999999']) {
        expect(await codeOf(store.readAll({ after: wrong })), wrong).toBe('range-invalid');
        expect(await codeOf(store.readTexts({ after: wrong })), wrong).toBe('range-invalid');
      }
      const { commit, prepare } = foreign.position ?? {};
      expect(await codeOf(store.readAll({ after: `${commit}/${prepare}` }))).toBe('range-invalid');
    }));

  test('that an old server knows no word for is refused as well, once all else is known to be right', () =>
    withStore(async ({ server, store }) => {
      const broken: Fault = { fault: 'status', code: 2, details: 'Exception was thrown by handler.' };
      server.faults = ({ kind, n }) => (kind === 'read' && n <= 3 ? broken : null);
      expect(await codeOf(store.readAll({ after: '77/77' }))).toBe('range-invalid');
      expect(server.calls).toHaveLength(4);
    }));

  test('is not doubted because a server has a bad moment', () =>
    withStore(async ({ server, store }) => {
      await store.append(STREAM, 'none', numberedFrom(0, 2));
      const [first] = await store.readAll();
      const before = server.calls.filter(({ kind }) => kind === 'read').length;
      const broken: Fault = { fault: 'status', code: 2, details: 'Exception was thrown by handler.' };
      // Also one that lasts: while nothing else is answered either, nothing is known of the place.
      server.faults = ({ kind, n }) => (kind === 'read' && n <= before + 8 ? broken : null);
      expect(await store.readAll({ after: first?.position ?? '' })).toHaveLength(1);
    }));
});

describe('what this library cannot have written', () => {
  test.each([
    ['has no metadata', jsonEvent({ type: 'Noted', data: { n: 1 } })],
    ['has other metadata', jsonEvent({ type: 'Noted', data: { n: 1 }, metadata: { by: 'somebody' } })],
    ['has metadata that is no JSON', jsonEvent({ type: 'Noted', data: {}, metadata: new Uint8Array([1, 2, 3]) })],
  ])('and %s is named with its stream and revision, and its text is shown', (_, foreign) =>
    withStore(async ({ store, client }) => {
      await store.append(STREAM, 'none', [numbered(0)]);
      await client.appendToStream(ON_SERVER, foreign);
      for (const read of [store.readStream(STREAM), store.readAll()]) {
        await expect(read).rejects.toMatchObject({ code: 'store-damaged' });
        await expect(read).rejects.toThrow(/session-1, revision 2/);
      }
      const [, text] = await store.readTexts();
      expect(JSON.parse(text?.text ?? '')).toMatchObject({ id: foreign.id, stream: STREAM, revision: 2 });
      expect(revisionsOf(await store.readStream(STREAM, { to: 1 }))).toEqual([1]);
    }),
  );

  test('such as data that was broken is damage, and not the text that the client makes of it', () =>
    withStore(async ({ server, store }) => {
      await store.append(STREAM, 'none', [numbered(0), numbered(1, 'a text')]);
      const records = server.log.of(ON_SERVER);
      const [first] = records;
      if (first !== undefined) Object.assign(first, { data: Buffer.from('{"candidate":') });
      expect(await codeOf(store.readStream(STREAM))).toBe('store-damaged');
      expect(await store.readStream(STREAM, { from: 2 })).toMatchObject([{ data: 'a text' }]);
      expect(await store.readTexts()).toHaveLength(2);
    }));

  test('such as a stream that was cut is damage', () =>
    withStore(async ({ store, client }) => {
      await store.append(STREAM, 'none', numberedFrom(0, 3));
      await client.setStreamMetadata(ON_SERVER, { truncateBefore: 2 });
      expect(await codeOf(store.readStream(STREAM))).toBe('store-damaged');
      expect(revisionsOf(await store.readStream(STREAM, { from: 3 }))).toEqual([3]);
      await client.setStreamMetadata(ON_SERVER, { truncateBefore: 3 });
      expect(await codeOf(store.readStream(STREAM))).toBe('store-damaged');
      expect(await codeOf(store.append(STREAM, 'any', [numbered(9)]))).toBe('store-damaged');
    }));

  test('such as a stream that was deleted and made anew is damage, as is one that was deleted for good', () =>
    withStore(async ({ store, client }) => {
      await store.append(STREAM, 'none', numberedFrom(0, 2));
      await client.deleteStream(ON_SERVER);
      expect(await codeOf(store.append(STREAM, 'none', [numbered(9)]))).toBe('store-damaged');
      expect(await codeOf(store.readStream(STREAM))).toBe('store-damaged');
      await store.append('session-2', 'none', [numbered(5)]);
      await client.tombstoneStream('emargement-session-2');
      expect(await codeOf(store.readStream('session-2'))).toBe('store-damaged');
      expect(await codeOf(store.append('session-2', 1, [numbered(6)]))).toBe('store-damaged');
      expect(await codeOf(store.readAll())).toBe('store-damaged');
    }));

  test('such as a link is none of this record’s where it stands elsewhere, also where its target is gone', () =>
    withStore(async ({ store, client }) => {
      await store.append(STREAM, 'none', [numbered(0)]);
      const link = { id: uuid(50), contentType: 'application/octet-stream', type: '$>' } as const;
      const to = (target: string) => ({ ...link, data: Buffer.from(target), metadata: undefined });
      await client.appendToStream('$ce-emargement', to(`0@${ON_SERVER}`));
      await client.appendToStream('$ce-emargement', { ...to('0@emargement-gone'), id: uuid(51) });
      await store.append(STREAM, 1, [numbered(1)]);
      expect((await store.readAll()).map(({ event: { id } }) => id)).toEqual([0, 1].map(uuid));
      await client.appendToStream(ON_SERVER, { ...to('0@emargement-gone'), id: uuid(52) });
      expect(await codeOf(store.readAll())).toBe('store-damaged');
    }));
});
