import { BACKWARDS, jsonEvent } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { numbered, numberedFrom, uuid } from '../../src/adapters/testing/store/events.ts';
import { withStore } from './support/store.ts';

const STREAM = 'session-1';
const ON_SERVER = 'emargement-session-1';

describe('what stands on the server', () => {
  test('is the event’s type and data under an id drawn from them, and the rest of the envelope as metadata under the server’s own names', () =>
    withStore(async ({ store, client }) => {
      const event = { ...numbered(7), correlationId: 'navette-1', causationId: 'command-6' };
      await store.append(STREAM, 'none', [event]);
      for await (const { event: found } of client.readStream(ON_SERVER)) {
        expect(found).toMatchObject({
          id: expect.stringMatching(/-8[0-9a-f]{3}-[89ab]/),
          type: event.type,
          data: event.data,
          revision: 0n,
          isJson: true,
        });
        expect(found?.metadata).toEqual({
          id: event.id,
          schemaVersion: 1,
          occurredAt: event.occurredAt,
          recordedAt: event.recordedAt,
          actor: event.actor,
          commandId: event.commandId,
          previousHash: null,
          $correlationId: 'navette-1',
          $causationId: 'command-6',
        });
      }
    }));

  test('has, to the letter, the texts that any other store has', () =>
    withStore(async ({ store }) => {
      const memory = openMemoryStore();
      const given = [
        { ...numbered(0), previousHash: 'abc' },
        numbered(1, { b: [1, null, 'é\u2028'], a: 0.1, 10: 'ten', 2: 'two' }),
        numbered(2, 'text'),
        numbered(3, null),
      ];
      for (const each of [store, memory]) await each.append(STREAM, 'none', given);
      const texts = async (of: typeof store | typeof memory) => (await of.readTexts?.())?.map(({ text }) => text);
      expect(await texts(store)).toEqual(await texts(memory));
    }));

  test('of a type that this version does not know is handed out as it is', () =>
    withStore(async ({ store }) => {
      const newer = { ...numbered(0, { something: 'new' }), type: 'SomethingOfNextYear', schemaVersion: 12 };
      await store.append(STREAM, 'none', [newer]);
      expect(await store.readAll()).toMatchObject([{ event: newer }]);
    }));

  test('under another prefix is other people’s, and never seen', () =>
    withStore(async ({ store, open, client }) => {
      await client.appendToStream('orders-1', jsonEvent({ type: 'Ordered', data: { n: 1 } }));
      await open({ prefix: 'other-' }).append(STREAM, 'none', [numbered(0)]);
      await store.append(STREAM, 'none', [numbered(1)]);
      await client.appendToStream('orders-1', jsonEvent({ type: 'Ordered', data: { n: 2 } }));
      expect((await store.readAll()).map(({ event: { id } }) => id)).toEqual([uuid(1)]);
      expect(await store.readStream('orders-1')).toEqual([]);
    }));
});

test('the version of a stream is taken from its events, and never counted', () =>
  withStore(async ({ store, client }) => {
    await store.append(STREAM, 'none', numberedFrom(0, 4));
    await client.setStreamMetadata(ON_SERVER, { truncateBefore: 2 });
    expect(await store.append(STREAM, 'any', [numbered(4)])).toMatchObject({ revision: 5 });
    for await (const { event } of client.readStream(ON_SERVER, { direction: BACKWARDS, maxCount: 1 })) {
      expect(event?.revision).toBe(4n);
    }
  }));
