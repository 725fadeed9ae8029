import { describe, expect, test } from 'vitest';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import { codeOf } from '../support/faults.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('a closed store in $kind', ({ open }) => {
  test('fails every call, whatever the call says', async () => {
    const store = open();
    await store.append('session-1', 'none', [newEvent()]);
    await store.close();
    const calls = [
      () => store.append('session-1', 1, [newEvent()]),
      () => store.append('session-1', 9, []),
      () => store.readStream('session-1'),
      () => store.readStream('session-1', { from: -1 }),
      () => store.readAll(),
      () => store.onAppend(() => {}),
    ];
    for (const call of calls) expect(await codeOf(call)).toBe('store-closed');
  });

  test('may be closed again, and its listeners may still unsubscribe', async () => {
    const store = open();
    const unsubscribe = store.onAppend(() => {});
    await store.close();
    await expect(store.close()).resolves.toBeUndefined();
    expect(unsubscribe).not.toThrow();
  });

  test('tells nobody of what was appended just before', async () => {
    const store = open();
    let told = 0;
    store.onAppend(() => told++);
    const appending = store.append('session-1', 'none', [newEvent()]);
    await store.close();
    await appending;
    expect(told).toBe(0);
  });

  test('promises fail; nothing is thrown at the caller', () => {
    const store = open();
    const read = store.readStream('session-1', { from: -1 });
    return expect(read)
      .rejects.toMatchObject({ code: 'range-invalid' })
      .finally(() => store.close());
  });
});
