import { describe, expect, test } from 'vitest';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import { STORES, withStore } from '../support/stores.ts';

const STREAM = 'session-1';

/** Changes everything that can be reached from a value, as a careless or ill-meaning caller would. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) spoil(part);
  for (const name of Object.keys(value)) Reflect.set(value, name, 'spoilt');
}

const everything = async (store: EventStore): Promise<string> =>
  JSON.stringify([await store.readStream(STREAM), await store.readAll()]);

describe.each(STORES)('what a store in $kind keeps', (kind) => {
  test('is not what the writer still holds', () =>
    withStore(kind, async (store) => {
      const events = [newEvent({ data: { names: ['Zoé', { second: 'Anne' }] } })];
      await store.append(STREAM, 'none', events);
      const kept = await everything(store);
      spoil(events);
      expect(await everything(store)).toBe(kept);
    }));

  test('is taken at the call: what the writer changes while it waits is not stored', () =>
    withStore(kind, async (store) => {
      const data = { names: ['Zoé'] };
      const appending = store.append(STREAM, 'none', [newEvent({ data })]);
      data.names[0] = 'spoilt';
      await appending;
      expect(await store.readStream(STREAM)).toMatchObject([{ data: { names: ['Zoé'] } }]);
    }));

  test('is not what the answer, or any reader, was given', () =>
    withStore(kind, async (store) => {
      const answer = await store.append(STREAM, 'none', [newEvent({ data: { names: ['Zoé', { second: 'Anne' }] } })]);
      const kept = await everything(store);
      for (const given of [answer, await store.readStream(STREAM), await store.readAll()]) {
        spoil(given);
        expect(await everything(store)).toBe(kept);
      }
    }));

  test('two events that share their data in the writer’s memory share nothing once they are read', () =>
    withStore(kind, async (store) => {
      const data = { names: ['Zoé'] };
      await store.append(STREAM, 'none', [newEvent({ data }), newEvent({ data })]);
      const [first, second] = await store.readStream(STREAM);
      spoil(first);
      expect(second).toMatchObject({ data: { names: ['Zoé'] } });
    }));
});
