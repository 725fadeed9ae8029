import { jsonEvent } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { numbered, numberedFrom, uuid } from '../../src/adapters/testing/store/events.ts';
import type { SubscriptionHealth } from '../../src/domain/store/subscription.ts';
import type { Fault } from './server/faults.ts';
import { type Server, startServer } from './server/server.ts';
import { isLive, readUntil } from './support/batches.ts';
import { SOON, withStore } from './support/store.ts';

const STREAM = 'session-1';
const uuids = (count: number) => Array.from({ length: count }, (_, n) => uuid(n));

describe('a subscription', () => {
  test.each<Fault>([
    { fault: 'reset' },
    { fault: 'reset-after', events: 3 },
    { fault: 'end-after', events: 3 },
    { fault: 'freeze-after', events: 3 },
    { fault: 'status-after', events: 3, code: 10, details: 'Consumer too slow. Client resubscription required.' },
    { fault: 'status-after', events: 0, code: 1, details: 'Call cancelled' },
    { fault: 'swallow' },
    { fault: 'not-ready' },
    { fault: 'not-leader' },
    { fault: 'repeat', times: 3 },
    { fault: 'trickle', ms: 3 },
  ])('that meets %j misses nothing and brings nothing twice', (fault) =>
    withStore(async ({ server, store }) => {
      await store.append(STREAM, 'none', numberedFrom(0, 20));
      server.faults = ({ kind, n }) => (kind === 'subscribe' && n <= 3 ? fault : null);
      const { ids } = await readUntil(store.subscribe({ limit: 4 }), (so) => so.ids.length >= 20 && isLive(so));
      expect(ids).toEqual(uuids(20));
    }),
  );

  test('that dies while it is live is taken up again, and tells how it is', () =>
    withStore(async ({ server, store, open }) => {
      const other = open();
      const told: SubscriptionHealth[] = [];
      const counts = { resets: 0 };
      await store.append(STREAM, 'none', [numbered(0)]);
      const subscription = store.subscribe({ onHealth: (health) => told.push(health) });
      const { ids } = await readUntil(subscription, (so) => {
        if (isLive(so) && counts.resets < 3) {
          counts.resets++;
          server.reset();
          void other.append(STREAM, so.ids.length, [numbered(so.ids.length)]);
        }
        return so.ids.length === 4 && isLive(so);
      });
      expect(ids).toEqual(uuids(4));
      expect(told.some(({ state, failures }) => state === 'waiting' && failures > 0)).toBe(true);
      expect(told.find(({ state }) => state === 'waiting')?.lastError).toBeInstanceOf(Error);
      expect(told.filter(({ state }) => state === 'live').at(-1)).toMatchObject({ failures: 0, lastError: null });
      expect(told.at(-1)?.state).toBe('ended');
    }));

  test('that is silent though there is more is noticed, and taken up again', () =>
    withStore(async ({ server, store, open }) => {
      const other = open();
      await store.append(STREAM, 'none', [numbered(0)]);
      // It goes on being told nothing, as if nothing came, while the connection is as good as any.
      server.faults = ({ kind, n }) => (kind === 'subscribe' && n === 1 ? { fault: 'freeze-after', events: 1 } : null);
      let isAdded = false;
      const { ids } = await readUntil(store.subscribe(), (so) => {
        if (!isAdded) void other.append(STREAM, 1, [numbered(1)]);
        isAdded = true;
        return so.ids.length === 2;
      });
      expect(ids).toEqual(uuids(2));
      expect(server.calls.filter(({ kind }) => kind === 'subscribe').length).toBeGreaterThan(1);
    }));

  test('begins before the server does, and catches up with it', () =>
    withStore(async ({ server, store, open }) => {
      await store.append(STREAM, 'none', numberedFrom(0, 3));
      await server.stop({ abrupt: true });
      const states: string[] = [];
      const patient = open({ budgets: { ...SOON, attemptMs: 200, totalMs: 300 } });
      const started: Promise<Server>[] = [];
      const subscription = patient.subscribe({
        onHealth: ({ state, failures }) => {
          states.push(state);
          if (failures === 3 && started.length === 0) started.push(startServer({ log: server.log, port: server.port }));
        },
      });
      const { ids } = await readUntil(subscription, isLive);
      expect(ids).toEqual(uuids(3));
      expect(states.slice(0, 3)).toEqual(['waiting', 'waiting', 'waiting']);
      await patient.close();
      await (await started[0])?.stop();
    }));
});

test('how far the server said that it had looked is forgotten where it will not take it, and nothing is missed', () =>
  withStore(async ({ server, store, client }) => {
    await store.append(STREAM, 'none', [numbered(0)]);
    const { position } = await client.appendToStream('orders-1', jsonEvent({ type: 'Ordered', data: {} }));
    await store.append(STREAM, 1, [numbered(1)]);
    const [first] = await store.readAll();
    server.faults = ({ kind, n }) =>
      kind === 'subscribe' && n === 1
        ? { fault: 'status', code: 3, details: 'Trying to read from an invalid position.' }
        : null;
    const after = `${first?.position}+${position?.commit}/${position?.prepare}`;
    expect((await readUntil(store.subscribe({ after }), isLive)).ids).toEqual([uuid(1)]);
    expect(server.calls.filter(({ kind }) => kind === 'subscribe')).toHaveLength(2);
  }));
