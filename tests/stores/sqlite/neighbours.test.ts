import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { newEvents } from '../../../src/adapters/testing/store/events.ts';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import { place } from '../support/folder.ts';
import { opened } from '../support/records.ts';

/** As many turns of a timer that was started after the store's own, and that has the same length. */
async function looks(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setTimeout(1);
}

describe('two stores on one file', () => {
  test('each reads what the other has just stored', async () => {
    const path = place();
    const [one, other] = [opened(path), opened(path)];
    await one.append('session-1', 'none', newEvents(2));
    expect(await other.readStream('session-1')).toStrictEqual(await one.readStream('session-1'));
    await other.append('session-1', 2, newEvents(1));
    expect(await one.readStream('session-1', { from: 3 })).toHaveLength(1);
    expect(await one.readAll()).toStrictEqual(await other.readAll());
  });

  test('one who decided on what the other has since changed is told where the stream is', async () => {
    const path = place();
    const [one, other] = [opened(path), opened(path)];
    await one.append('session-1', 'none', newEvents(2));
    await other.append('session-1', 2, newEvents(3));
    const answer = await one.append('session-1', 2, newEvents(1));
    expect(answer).toStrictEqual({ kind: 'conflict', stream: 'session-1', expected: 2, actual: 5 });
  });

  test('an event id is taken in both', async () => {
    const path = place();
    const [one, other] = [opened(path), opened(path)];
    const event = newEvent();
    await one.append('session-1', 'none', [event]);
    await expect(other.append('session-2', 'none', [event])).rejects.toMatchObject({ code: 'event-id-taken' });
  });

  test('one who listens is told what the other stores, until it unsubscribes', async () => {
    const path = place();
    const [one, other] = [opened(path, { pollMs: 1 }), opened(path)];
    let told = 0;
    const next = () =>
      new Promise<void>((resolve) => {
        const unsubscribe = one.onAppend(() => {
          unsubscribe();
          resolve();
        });
      });
    const gone = one.onAppend(() => told++);
    gone();
    for (const revision of [1, 2, 3]) {
      const heard = next();
      await other.append('session-1', revision - 1, newEvents(1));
      await heard;
      expect(await one.readStream('session-1')).toHaveLength(revision);
    }
    expect(told).toBe(0);
  });

  test('nobody is told while nothing is stored, however often the file is looked at', async () => {
    const path = place();
    const one = opened(path, { pollMs: 1 });
    await one.append('session-1', 'none', newEvents(1));
    let told = 0;
    one.onAppend(() => told++);
    await looks(5);
    expect(told).toBe(0);
  });

  test('one append of the other is told once', async () => {
    const path = place();
    const [one, other] = [opened(path, { pollMs: 1 }), opened(path)];
    let told = 0;
    const heard = new Promise<void>((resolve) => {
      one.onAppend(() => {
        told++;
        resolve();
      });
    });
    await other.append('session-1', 'none', newEvents(1));
    await heard;
    await looks(5);
    expect(told).toBe(1);
  });

  test('one who begins to listen is not told of what was stored before', async () => {
    const path = place();
    const [one, other] = [opened(path, { pollMs: 1 }), opened(path)];
    one.onAppend(() => {})();
    await other.append('session-1', 'none', newEvents(1));
    let told = 0;
    one.onAppend(() => told++);
    await looks(5);
    expect(told).toBe(0);
  });

  test('one may close while the other goes on', async () => {
    const path = place();
    const [one, other] = [opened(path), opened(path)];
    await one.append('session-1', 'none', newEvents(1));
    await one.close();
    await other.append('session-1', 1, newEvents(1));
    expect(await other.readStream('session-1')).toHaveLength(2);
  });
});
