import { describe, expect, test } from 'vitest';
import { eventWith, newEvents } from '../../../src/adapters/testing/store/events.ts';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import { codeOf } from '../support/faults.ts';
import { STORES, withStore } from '../support/stores.ts';

const STREAM = 'session-1';

describe.each(STORES)('listening to a store in $kind', (kind) => {
  test('a listener is told of an append before the writer goes on, and can read it', () =>
    withStore(kind, async (store) => {
      const readings: Promise<number>[] = [];
      store.onAppend(() => readings.push(store.readAll().then(({ length }) => length)));
      await store.append(STREAM, 'none', newEvents(2));
      await store.append(STREAM, 2, newEvents(1));
      expect(await Promise.all(readings)).toEqual([2, 3]);
    }));

  test('nothing is told of a conflict, an empty append or a refused event', () =>
    withStore(kind, async (store) => {
      let told = 0;
      store.onAppend(() => told++);
      await store.append(STREAM, 1, [newEvent()]);
      await store.append(STREAM, 'any', []);
      await codeOf(() => store.append(STREAM, 'any', [eventWith(undefined)]));
      expect(told).toBe(0);
      await store.append(STREAM, 'any', [newEvent()]);
      expect(told).toBe(1);
    }));

  test('everyone who listens is told, the same function as often as it was given, until each unsubscribes', () =>
    withStore(kind, async (store) => {
      const told: string[] = [];
      const look = () => told.push('a');
      const first = store.onAppend(look);
      const second = store.onAppend(look);
      const third = store.onAppend(() => told.push('b'));
      await store.append(STREAM, 'any', [newEvent()]);
      expect(told.splice(0)).toEqual(['a', 'a', 'b']);
      first();
      first();
      await store.append(STREAM, 'any', [newEvent()]);
      expect(told.splice(0)).toEqual(['a', 'b']);
      second();
      third();
      await store.append(STREAM, 'any', [newEvent()]);
      expect(told).toEqual([]);
    }));

  test('whoever unsubscribes after an append, and before it is told, is not told', () =>
    withStore(kind, async (store) => {
      let told = 0;
      const unsubscribe = store.onAppend(() => told++);
      const appending = store.append(STREAM, 'any', [newEvent()]);
      unsubscribe();
      await appending;
      expect(told).toBe(0);
    }));

  test('a listener may append, and is told of that as well', () =>
    withStore(kind, async (store) => {
      const answers: Promise<unknown>[] = [];
      store.onAppend(() => {
        if (answers.length < 3) answers.push(store.append(STREAM, 'any', [newEvent()]));
      });
      await store.append(STREAM, 'none', [newEvent()]);
      while (answers.length < 3) await answers.at(-1);
      await Promise.all(answers);
      expect(await store.readStream(STREAM)).toHaveLength(4);
    }));

  test('what a listener throws reaches the process, not the writer whose events are stored', () =>
    withStore(kind, async (store) => {
      const others = process.listeners('uncaughtException');
      process.removeAllListeners('uncaughtException');
      try {
        const uncaught = new Promise((resolve) => process.once('uncaughtException', resolve));
        const unsubscribe = store.onAppend(() => {
          throw new Error('a listener’s own fault');
        });
        expect(await store.append(STREAM, 'none', [newEvent()])).toMatchObject({ kind: 'appended' });
        expect(await uncaught).toMatchObject({ message: 'a listener’s own fault' });
        unsubscribe();
      } finally {
        for (const other of others) process.on('uncaughtException', other);
      }
    }));
});
