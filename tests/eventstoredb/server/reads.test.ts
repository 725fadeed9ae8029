import { binaryEvent, type ReadStreamOptions } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { all, errorOf, event, events, idsOf, idsRead } from '../support/client.ts';
import { serverTest, withServer } from '../support/target.ts';

describe('reading a stream', () => {
  test('forwards and backwards begins at the revision that is asked for', () =>
    withServer(async ({ client, stream }) => {
      const written = events(6);
      await client.appendToStream(stream(), written);
      const read = async (options: ReadStreamOptions) =>
        (await idsRead(client.readStream(stream(), options))).map((id) => idsOf(written).indexOf(id)).join('');
      expect(await read({})).toBe('012345');
      expect(await read({ fromRevision: 2n, maxCount: 3 })).toBe('234');
      expect(await read({ fromRevision: 5n })).toBe('5');
      expect(await read({ fromRevision: 6n })).toBe('');
      expect(await read({ fromRevision: 'end' })).toBe('');
      expect(await read({ direction: 'backwards', fromRevision: 'end', maxCount: 2 })).toBe('54');
      expect(await read({ direction: 'backwards', fromRevision: 2n })).toBe('210');
      expect(await read({ direction: 'backwards', fromRevision: 99n, maxCount: 1 })).toBe('5');
      expect(await read({ direction: 'backwards', fromRevision: 'start' })).toBe('0');
    }));

  test('that is not there is an error, not an empty reading', () =>
    withServer(async ({ client, stream }) => {
      expect(await errorOf(all(client.readStream(stream())))).toMatchObject({
        type: 'stream-not-found',
        streamName: stream(),
      });
    }));

  test('shows what its metadata lets be seen, and is empty where that is nothing', () =>
    withServer(async ({ client, stream }) => {
      await client.appendToStream(stream(), events(10));
      const shown = async () => (await all(client.readStream(stream()))).map((read) => Number(read.event?.revision));
      await client.setStreamMetadata(stream(), { maxCount: 3 });
      expect(await shown()).toEqual([7, 8, 9]);
      await client.setStreamMetadata(stream(), { maxCount: 5, truncateBefore: 8 });
      expect(await shown()).toEqual([8, 9]);
      await client.setStreamMetadata(stream(), { truncateBefore: 4 });
      expect(await shown()).toEqual([4, 5, 6, 7, 8, 9]);
      expect(await all(client.readStream(stream(), { direction: 'backwards', fromRevision: 3n }))).toEqual([]);
      await client.setStreamMetadata(stream(), { truncateBefore: 10 });
      expect(await shown()).toEqual([]);
      expect((await client.appendToStream(stream(), event(), { expectedRevision: 9n })).nextExpectedRevision).toBe(10n);
      expect(await shown()).toEqual([10]);
      expect((await client.getStreamMetadata(stream())).metadata).toEqual({ truncateBefore: 10 });
    }));

  test('of metadata shows only the last', () =>
    withServer(async ({ client, stream }) => {
      for (const maxCount of [1, 2, 3]) await client.setStreamMetadata(stream(), { maxCount });
      const [last, ...others] = await all(client.readStream(`$$${stream()}`));
      expect(last?.event).toMatchObject({ type: '$metadata', revision: 2n, data: { $maxCount: 3 } });
      expect(others).toEqual([]);
    }));

  serverTest('hides what is too old', () =>
    withServer(async ({ client, stream, server }) => {
      await client.appendToStream(stream(), events(2));
      await client.setStreamMetadata(stream(), { maxAge: 60 });
      expect(await all(client.readStream(stream()))).toHaveLength(2);
      for (const record of server?.log.of(stream()) ?? []) Object.assign(record, { created: record.created - 61_000 });
      expect(await all(client.readStream(stream()))).toEqual([]);
    }),
  );

  test('follows links where it is asked to, to nothing where what they point to is gone', () =>
    withServer(async ({ client, stream }) => {
      const target = event();
      const link = (revision: number) => binaryEvent({ type: '$>', data: Buffer.from(`${revision}@${stream('a@b')}`) });
      await client.appendToStream(stream('a@b'), target);
      await client.appendToStream(stream('links'), [link(0), link(1)]);
      const [there, gone] = await all(client.readStream(stream('links'), { resolveLinkTos: true }));
      expect(there).toMatchObject({ event: { id: target.id, streamId: stream('a@b') }, link: { type: '$>' } });
      expect(there?.commitPosition).toBe(there?.link?.position?.commit);
      expect(gone).toMatchObject({ link: { type: '$>', revision: 1n } });
      expect(gone?.event).toBeUndefined();
      const [plain] = await all(client.readStream(stream('links')));
      expect(plain?.event?.type).toBe('$>');
    }));
});

describe('reading everything', () => {
  test('begins at a position forwards, and before it backwards', () =>
    withServer(async ({ client, stream }) => {
      const written = events(4);
      for (const one of written) await client.appendToStream(stream(one.id), one);
      const positions = await Promise.all(
        written.map(async ({ id }) => (await all(client.readStream(stream(id))))[0]?.event?.position),
      );
      const [first, second, third] = positions;
      if (first === undefined || second === undefined || third === undefined) throw new Error('they have positions');
      expect(positions).toEqual(positions.toSorted((a, b) => Number((a?.commit ?? 0n) - (b?.commit ?? 0n))));
      const ours = async (reading: AsyncIterable<{ event?: { id: string } }>) =>
        (await idsRead(reading)).filter((id) => idsOf(written).includes(id));
      expect(await ours(client.readAll({ fromPosition: second }))).toEqual(idsOf(written.slice(1)));
      expect(await ours(client.readAll({ fromPosition: third, direction: 'backwards', maxCount: 2 }))).toEqual(
        idsOf([...written.slice(0, 2)].reverse()),
      );
      expect(await all(client.readAll({ fromPosition: 'end' }))).toEqual([]);
      expect(await all(client.readAll({ direction: 'backwards', fromPosition: 'start' }))).toEqual([]);
      expect(await all(client.readAll({ maxCount: 2 }))).toHaveLength(2);
    }));

  test('shows what the server wrote before anybody else, so that nobody is the first', () =>
    withServer(async ({ client }) => {
      const [first] = await all(client.readAll({ maxCount: 1 }));
      expect(first?.event?.type).toMatch(/^\$/);
    }));

  serverTest('gives positions that are far apart, and knows no other', () =>
    withServer(async ({ client, stream, server }) => {
      await client.appendToStream(stream(), events(3));
      const positions = server?.log.all.map(({ position }) => position) ?? [];
      for (const [index, position] of positions.entries())
        expect(position - (positions[index - 1] ?? 0)).toBeGreaterThan(50);
      const between = BigInt((positions[1] ?? 0) + 1);
      const reading = all(client.readAll({ fromPosition: { commit: between, prepare: between } }));
      expect(await errorOf(reading)).toMatchObject({ message: expect.stringContaining('invalid position') });
      const beyond = BigInt((positions.at(-1) ?? 0) + 100_000);
      expect(await all(client.readAll({ fromPosition: { commit: beyond, prepare: beyond } }))).toEqual([]);
    }),
  );
});
