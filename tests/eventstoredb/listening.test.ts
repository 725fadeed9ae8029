import { jsonEvent } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { numbered } from '../../src/adapters/testing/store/events.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { withStore } from './support/store.ts';

const STREAM = 'session-1';

function listenTo(store: EventStore) {
  let calls = 0;
  const stop = store.onAppend(() => calls++);
  return { calls: () => calls, stop };
}

const look = { timeout: 8_000, interval: 5 };

test('a listener is told once of each append, this instance’s or another’s, and of nothing else', () =>
  withStore(async ({ server, store, open, client }) => {
    const other = open();
    await store.append(STREAM, 'none', [numbered(0)]);
    const { calls, stop } = listenTo(store);
    await server.until(() => server.open('subscribe') === 1);
    await store.append(STREAM, 1, [numbered(1)]);
    expect(calls()).toBe(1);
    await other.append(STREAM, 2, [numbered(2)]);
    await expect.poll(calls, look).toBe(2);
    await client.appendToStream('orders-1', jsonEvent({ type: 'Ordered', data: {} }));
    await store.append(STREAM, 'none', [numbered(3)]);
    await other.append(STREAM, 3, [numbered(3)]);
    await expect.poll(calls, look).toBe(3);
    stop();
    await server.until(() => server.open('subscribe') === 0);
    await other.append(STREAM, 4, [numbered(4)]);
    expect(calls()).toBe(3);
  }));

test('a listener of an instance that knows nothing yet is led to look once it is heard', () =>
  withStore(async ({ store, open }) => {
    await open().append(STREAM, 'none', [numbered(0)]);
    const { calls, stop } = listenTo(store);
    await expect.poll(calls, look).toBe(1);
    stop();
  }));

test('a listener is told what came while the connection was lost', () =>
  withStore(async ({ server, store, open }) => {
    const other = open();
    await store.append(STREAM, 'none', [numbered(0)]);
    const { calls, stop } = listenTo(store);
    await server.until(() => server.open('subscribe') === 1);
    for (let n = 1; n <= 4; n++) {
      server.reset();
      await other.append(STREAM, n, [numbered(n)]);
      await expect.poll(calls, look).toBe(n);
    }
    stop();
  }));

test('a server that lets nobody listen is asked now and then, and appends are told all the same', () =>
  withStore(async ({ server, store }) => {
    server.faults = ({ kind }) => (kind === 'subscribe' ? { fault: 'denied' } : null);
    await store.append(STREAM, 'none', [numbered(0)]);
    const { calls, stop } = listenTo(store);
    await server.until(() => server.calls.filter(({ kind }) => kind === 'subscribe').length > 2);
    await store.append(STREAM, 1, [numbered(1)]);
    expect(calls()).toBe(1);
    stop();
  }));
