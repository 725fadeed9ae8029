import { describe, expect, test } from 'vitest';
import { all, errorOf, event, events, idsOf, idsRead, PATHS } from '../support/client.ts';
import { withServer } from '../support/target.ts';

describe('a stream that was deleted', () => {
  test('is not found, though everything still shows its events', () =>
    withServer(async ({ client, stream }) => {
      const written = events(2);
      const { position } = await client.appendToStream(stream(), written);
      if (position === undefined) throw new Error('it has a position');
      await client.deleteStream(stream(), { expectedRevision: 1n });
      expect(await errorOf(all(client.readStream(stream())))).toMatchObject({ type: 'stream-not-found' });
      expect(await idsRead(client.readAll({ fromPosition: position, maxCount: 1 }))).toEqual(idsOf(written.slice(1)));
      expect((await client.getStreamMetadata(stream())).metadata).toMatchObject({ truncateBefore: 2 ** 63 });
    }));

  test('comes back with whatever is written to it, and goes on counting', () =>
    withServer(async ({ client, stream }) => {
      for (const expectedRevision of ['any', 'no_stream', 2n] as const) {
        const name = stream(String(expectedRevision));
        await client.appendToStream(name, events(3));
        await client.setStreamMetadata(name, { maxCount: 7, mine: 'kept' });
        await client.deleteStream(name);
        const again = events(2);
        const back = await client.appendToStream(name, again, { expectedRevision });
        expect(back).toMatchObject({ success: true, nextExpectedRevision: 4n });
        const read = await all(client.readStream(name));
        expect(read.map((one) => one.event?.revision)).toEqual([3n, 4n]);
        expect(read.map((one) => one.event?.id)).toEqual(idsOf(again));
        expect((await client.getStreamMetadata(name)).metadata).toEqual({ truncateBefore: 3 });
      }
    }));

  test('comes back empty where only its metadata is written', () =>
    withServer(async ({ client, stream }) => {
      await client.appendToStream(stream(), events(3));
      await client.deleteStream(stream());
      await client.setStreamMetadata(stream(), { maxCount: 5 });
      expect((await client.getStreamMetadata(stream())).metadata).toEqual({ maxCount: 5, truncateBefore: 3 });
      expect(await all(client.readStream(stream()))).toEqual([]);
    }));

  test('does not exist for a writer who says that it does', () =>
    withServer(async ({ client, stream }) => {
      await client.appendToStream(stream(), events(1));
      await client.deleteStream(stream());
      const writing = client.appendToStream(stream(), event(), { expectedRevision: 'stream_exists' });
      expect(await errorOf(writing)).toMatchObject({ type: 'stream-deleted', streamName: stream() });
    }));

  test('is deleted only at the revision that is expected, and only where there is something to delete', () =>
    withServer(async ({ client, stream }) => {
      await client.appendToStream(stream(), events(3));
      expect(await errorOf(client.deleteStream(stream(), { expectedRevision: 1n }))).toMatchObject({
        type: 'wrong-expected-version',
        expectedVersion: 1n,
        actualVersion: 2n,
      });
      expect(await errorOf(client.deleteStream(stream('none')))).toMatchObject({ type: 'wrong-expected-version' });
      await client.setStreamMetadata(stream('only-metadata'), {});
      await client.deleteStream(stream('only-metadata'));
    }));

  test('with metadata alone exists for a writer who says so', () =>
    withServer(async ({ client, stream }) => {
      await client.setStreamMetadata(stream(), { maxCount: 9 });
      const written = await client.appendToStream(stream(), event(), { expectedRevision: 'stream_exists' });
      expect(written.nextExpectedRevision).toBe(0n);
    }));

  test('for good can neither be read, nor written, nor deleted again', () =>
    withServer(async ({ client, stream }) => {
      await client.appendToStream(stream(), events(1));
      expect((await client.tombstoneStream(stream(), { expectedRevision: 0n })).position).toBeDefined();
      const uses = [
        () => all(client.readStream(stream())),
        ...PATHS.map(
          ({ options }) =>
            () =>
              client.appendToStream(stream(), event(), options),
        ),
        () => client.appendToStream(stream(), event(), { expectedRevision: 0n }),
        () => client.deleteStream(stream()),
        () => client.tombstoneStream(stream()),
      ];
      for (const use of uses)
        expect(await errorOf(use())).toMatchObject({ type: 'stream-deleted', streamName: stream() });
      const backwards = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 200 });
      const tombstone = (await all(backwards)).find((read) => read.event?.streamId === stream());
      expect(tombstone?.event).toMatchObject({ type: '$streamDeleted', revision: 2n ** 63n - 1n });
    }));
});
