import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../../src/adapters/memory/store.ts';
import { numbered, numberedFrom } from '../../../src/adapters/testing/store/events.ts';
import { faults } from '../../../src/adapters/testing/store/faults.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import { codeOf } from '../../stores/support/faults.ts';

const STREAM = 'session-1';

const countIn = async (store: EventStore): Promise<number> => (await store.readStream(STREAM)).length;

const always = () => true;

describe('a store at whose port something goes wrong', () => {
  test('fails before it stores: nothing is there', async () => {
    const sound = openMemoryStore();
    const store = faults.failBefore(sound, always);
    expect(await codeOf(() => store.append(STREAM, 'none', [numbered(1)]))).toBe('store-unwritable');
    expect(await countIn(sound)).toBe(0);
  });

  test('fails after it stored: everything is there, and nobody was told', async () => {
    const sound = openMemoryStore();
    const store = faults.failAfter(sound, always);
    expect(await codeOf(() => store.append(STREAM, 'none', [numbered(1)]))).toBe('store-unwritable');
    expect(await countIn(sound)).toBe(1);
    // The writer tries again, and learns that somebody was faster: it was itself.
    expect(await sound.append(STREAM, 'none', [numbered(1)])).toMatchObject({ kind: 'conflict', actual: 1 });
  });

  test('is handed an append twice: a sound store has one effect, and the writer one answer', async () => {
    const sound = openMemoryStore();
    let appends = 0;
    const counting = {
      ...sound,
      append: (...given: Parameters<EventStore['append']>) => {
        appends++;
        return sound.append(...given);
      },
    };
    const store = faults.deliverTwice(counting, always);
    expect(await store.append(STREAM, 'any', [numbered(1)])).toMatchObject({ kind: 'appended', revision: 1 });
    expect(await store.append(STREAM, 1, [numbered(2)])).toMatchObject({ kind: 'appended', revision: 2 });
    expect(appends).toBe(4);
    expect(await countIn(sound)).toBe(2);
  });

  test('tears a batch: its last event is missing; an append of one event cannot be torn', async () => {
    const sound = openMemoryStore();
    const store = faults.tearBatch(sound, always);
    expect(await codeOf(() => store.append(STREAM, 'none', numberedFrom(1, 3)))).toBe('store-unwritable');
    expect(await countIn(sound)).toBe(2);
    expect(await store.append(STREAM, 2, [numbered(9)])).toMatchObject({ kind: 'appended', revision: 3 });
    expect(await store.append(STREAM, 0, numberedFrom(10, 2))).toMatchObject({ kind: 'conflict', actual: 3 });
  });

  test('is slow: a call arrives when its first wait is over, and is answered after its second', async () => {
    const sound = openMemoryStore();
    const waits: (() => void)[] = [];
    const store = faults.slow(sound, () => new Promise((go) => waits.push(go)));
    const appending = store.append(STREAM, 'none', [numbered(1)]);
    expect(await countIn(sound)).toBe(0);
    waits.shift()?.();
    await Promise.resolve();
    expect(await countIn(sound)).toBe(1);
    while (waits.length === 0) await Promise.resolve();
    waits.shift()?.();
    expect(await appending).toMatchObject({ kind: 'appended', revision: 1 });
  });

  test('is as sound as before where nothing is to go wrong', async () => {
    const never = () => false;
    const sound = openMemoryStore();
    const { failBefore, failAfter, deliverTwice, tearBatch } = faults;
    const store = [failBefore, failAfter, deliverTwice, tearBatch].reduce((inner, add) => add(inner, never), sound);
    expect(await store.append(STREAM, 'none', numberedFrom(1, 3))).toMatchObject({ kind: 'appended', revision: 3 });
    expect(await store.readAll()).toEqual(await sound.readAll());
    await store.close();
    expect(await codeOf(() => sound.readAll())).toBe('store-closed');
  });
});
