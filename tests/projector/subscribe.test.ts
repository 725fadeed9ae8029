import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { subscribe } from '../../src/adapters/projector/index.ts';
import { backOff } from '../../src/adapters/subscription/backOff.ts';
import { StoreError, type StoreErrorCode } from '../../src/domain/store/errors.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import type {
  SubscriptionBatch,
  SubscriptionHealth,
  SubscriptionOptions,
} from '../../src/domain/store/subscription.ts';
import { start } from '../stores/support/child.ts';
import { codeOf } from '../stores/support/faults.ts';
import { place } from '../stores/support/folder.ts';
import { opened } from '../stores/support/records.ts';
import { writeComments } from './support/events.ts';

/** Someone who asks for one batch after the other. */
const askerOf = (store: EventStore, options: SubscriptionOptions = {}) => {
  const batches = subscribe(store, options)[Symbol.asyncIterator]();
  return {
    async next(): Promise<SubscriptionBatch> {
      const { done, value } = await batches.next();
      if (done === true) throw new Error('the subscription ended');
      return value;
    },
    leave: () => batches.return?.(),
  };
};

const positionsIn = ({ events }: SubscriptionBatch) => events.map(({ position }) => position);

/** A store that counts its listeners and what it is asked. */
function watched(store: EventStore) {
  const seen = { listeners: 0, reads: 0 };
  const watching: EventStore = {
    ...store,
    readAll: (...given) => {
      seen.reads++;
      return store.readAll(...given);
    },
    onAppend(look) {
      const stop = store.onAppend(look);
      seen.listeners++;
      return () => {
        stop();
        seen.listeners--;
      };
    },
  };
  return { seen, store: watching };
}

/** A store that fails so often before it reads. */
function failing(store: EventStore, code: StoreErrorCode, times: number): EventStore {
  let left = times;
  return {
    ...store,
    async readAll(...given) {
      if (left-- > 0) throw new StoreError(code, 'not now');
      return store.readAll(...given);
    },
  };
}

describe('a subscription on any store', () => {
  test('hands over what is stored page by page, says that it is live, and then what comes', async () => {
    const store = openMemoryStore();
    await writeComments(store, 5);
    const asker = askerOf(store, { limit: 2 });
    expect(positionsIn(await asker.next())).toEqual(['1', '2']);
    expect(positionsIn(await asker.next())).toEqual(['3', '4']);
    expect(await asker.next()).toMatchObject({ position: '5', isLive: false });
    expect(await asker.next()).toEqual({ events: [], position: '5', isLive: true });
    const coming = asker.next();
    await writeComments(store, 1, 3, 5);
    expect(positionsIn(await coming)).toEqual(['6']);
    await asker.leave();
  });

  test('in an empty record is live at once, and has no position', async () => {
    const asker = askerOf(openMemoryStore());
    expect(await asker.next()).toEqual({ events: [], position: null, isLive: true });
    await asker.leave();
  });

  test('reads nothing and listens to nothing before it is asked, and no further than it is asked', async () => {
    const { seen, store } = watched(openMemoryStore());
    await writeComments(store, 5);
    const asker = askerOf(store, { limit: 2 });
    expect(seen).toEqual({ listeners: 0, reads: 0 });
    await asker.next();
    await writeComments(store, 5, 3, 5);
    expect(seen).toEqual({ listeners: 1, reads: 1 });
    await asker.leave();
    expect(seen.listeners).toBe(0);
  });

  test('looks once for each time that it is told, and not at all while nothing happens', async () => {
    const { seen, store } = watched(openMemoryStore());
    const asker = askerOf(store);
    await asker.next();
    const coming = asker.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen.reads).toBe(2);
    await writeComments(store, 1);
    await coming;
    expect(seen.reads).toBe(3);
    await asker.leave();
  });

  test('misses nothing that is stored while it reads', async () => {
    const store = openMemoryStore();
    const meanwhile: EventStore = {
      ...store,
      async readAll(...given) {
        const page = await store.readAll(...given);
        if (page.length === 0 && given[0]?.after === undefined) await writeComments(store, 1);
        return page;
      },
    };
    const asker = askerOf(meanwhile);
    expect(await asker.next()).toMatchObject({ events: [], isLive: true });
    expect(positionsIn(await asker.next())).toEqual(['1']);
    await asker.leave();
  });

  test('goes on where the store gives less than it is asked for, and is live only when there is nothing more', async () => {
    const store = openMemoryStore();
    await writeComments(store, 3);
    const sparing: EventStore = { ...store, readAll: (range) => store.readAll({ ...range, limit: 1 }) };
    const asker = askerOf(sparing);
    const batches = [await asker.next(), await asker.next(), await asker.next(), await asker.next()];
    expect(batches.map(({ isLive }) => isLive)).toEqual([false, false, false, true]);
    await asker.leave();
  });

  test.each(['store-busy', 'store-unreachable'] as const)(
    'tries again where a store fails with %s, and tells so',
    async (code) => {
      const store = openMemoryStore();
      await writeComments(store, 1);
      const health: SubscriptionHealth[] = [];
      const asker = askerOf(failing(store, code, 2), { onHealth: (one) => health.push(one) });
      expect(positionsIn(await asker.next())).toEqual(['1']);
      await asker.next();
      await asker.leave();
      expect(health).toMatchObject([
        { state: 'waiting', position: null, failures: 1, lastError: { code } },
        { state: 'waiting', position: null, failures: 2, lastError: { code } },
        { state: 'catching-up', position: '1', failures: 0, lastError: null },
        { state: 'live', position: '1', failures: 0, lastError: null },
        { state: 'ended', position: '1' },
      ]);
    },
  );

  test('says that it is live again, once a store that failed answers', async () => {
    const store = openMemoryStore();
    let fails = false;
    const asker = askerOf({
      ...store,
      async readAll(...given) {
        if (fails) {
          fails = false;
          throw new StoreError('store-unreachable', 'not now');
        }
        return store.readAll(...given);
      },
    });
    await asker.next();
    fails = true;
    expect(await asker.next()).toEqual({ events: [], position: null, isLive: true });
    await asker.leave();
  });

  test('ends on any other fault, and for whatever the listener of its health throws', async () => {
    const { seen, store } = watched(failing(openMemoryStore(), 'store-damaged', 1));
    expect(await codeOf(() => askerOf(store).next())).toBe('store-damaged');
    expect(await codeOf(() => askerOf(store, { after: '7' }).next())).toBe('range-invalid');
    expect(await codeOf(() => askerOf(store, { limit: 0 }).next())).toBe('range-invalid');
    const onHealth = () => {
      throw new Error('I do not want to know');
    };
    await expect(askerOf(store, { onHealth }).next()).rejects.toThrow('I do not want to know');
    expect(seen.listeners).toBe(0);
  });

  test('that is given up throws the reason: before it began, between two batches, while it waits', async () => {
    const reason = new Error('enough');
    await expect(askerOf(openMemoryStore(), { signal: AbortSignal.abort(reason) }).next()).rejects.toBe(reason);

    const { seen, store } = watched(openMemoryStore());
    await writeComments(store, 3);
    const between = new AbortController();
    const asker = askerOf(store, { limit: 1, signal: between.signal });
    await asker.next();
    between.abort(reason);
    await expect(asker.next()).rejects.toBe(reason);

    const within = new AbortController();
    const waiter = askerOf(store, { signal: within.signal });
    await waiter.next();
    await waiter.next();
    const waiting = waiter.next();
    within.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(seen.listeners).toBe(0);
  });

  test('that is given up waits neither for a store that does not answer nor for a pause to be over', async () => {
    const reason = new Error('enough');
    const mute: EventStore = { ...openMemoryStore(), readAll: () => new Promise(() => {}) };
    const stopped = new AbortController();
    const waiting = askerOf(mute, { signal: stopped.signal }).next();
    stopped.abort(reason);
    await expect(waiting).rejects.toBe(reason);

    const paused = new AbortController();
    const busy = failing(openMemoryStore(), 'store-busy', Number.POSITIVE_INFINITY);
    const onHealth = ({ failures }: SubscriptionHealth) => failures === 3 && paused.abort(reason);
    await expect(askerOf(busy, { signal: paused.signal, onHealth }).next()).rejects.toBe(reason);
  });

  test('is the store’s own where it has one', async () => {
    const own = { events: [], position: '42', isLive: true };
    const store: EventStore = {
      ...openMemoryStore(),
      async *subscribe() {
        yield own;
      },
    };
    expect(await askerOf(store).next()).toBe(own);
  });
});

describe('a subscription on a file', () => {
  test('hands over what other processes store, each event once', async () => {
    const path = place();
    const store = opened(path, { pollMs: 5, synchronous: 'normal' });
    const asker = askerOf(store, { limit: 7 });
    await asker.next();
    const writers = [start('competitor.ts', path, 'a', '15'), start('competitor.ts', path, 'b', '15')];
    for (const writer of writers) expect(await writer.line()).toBe('ready');
    for (const writer of writers) writer.say('go');
    const seen: string[] = [];
    while (seen.length < 60) seen.push(...(await asker.next()).events.map(({ event }) => event.commandId));
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0]);
    const stored = (await store.readAll()).map(({ event }) => event.commandId);
    expect(stored).toHaveLength(60);
    expect(seen).toEqual(stored);
    await asker.leave();
  });

  test('keeps its process alive while somebody waits for what comes, and lets it end once nobody does', async () => {
    const path = place();
    const child = start('../../projector/workers/subscriber.ts', path);
    expect(await child.line()).toBe('live');
    const store = opened(path, { synchronous: 'normal' });
    await writeComments(store, 1);
    expect(await child.rest()).toEqual(['1 event']);
    expect(await child.ended).toBe(0);
  });
});

describe('the pause after a failure', () => {
  test('is twice as long after each, up to a quarter of a minute, and never the same by chance', () => {
    expect([1, 2, 3, 4].map((failures) => backOff(failures, undefined, 1))).toEqual([50, 100, 200, 400]);
    expect(backOff(1, undefined, 0)).toBe(25);
    expect([20, 2_000].map((failures) => backOff(failures, undefined, 1))).toEqual([15_000, 15_000]);
  });
});
