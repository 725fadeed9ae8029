import { randomUUID } from 'node:crypto';
import { binaryEvent } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { all, errorOf, event, events, idsOf, idsRead, PATHS } from '../support/client.ts';
import { withServer } from '../support/target.ts';

describe.each(PATHS)('appending $path', ({ options }) => {
  test('goes on from the revision that is expected, and says where the last event stands', () =>
    withServer(async ({ client, stream }) => {
      const first = await client.appendToStream(stream(), events(2), { ...options, expectedRevision: 'no_stream' });
      expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
      const second = await client.appendToStream(stream(), events(3), { ...options, expectedRevision: 1n });
      expect(second).toMatchObject({ success: true, nextExpectedRevision: 4n });
      const read = await all(client.readStream(stream()));
      expect(read.map((one) => one.event?.revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
      expect(second.position).toEqual(read.at(-1)?.event?.position);
      expect((await client.appendToStream(stream(), event(), options)).nextExpectedRevision).toBe(5n);
      const exists = await client.appendToStream(stream(), event(), { ...options, expectedRevision: 'stream_exists' });
      expect(exists.nextExpectedRevision).toBe(6n);
    }));

  test('is refused where the stream stands elsewhere, telling what was expected and what was found', () =>
    withServer(async ({ client, stream }) => {
      const refused = async (name: string, expectedRevision: bigint | 'no_stream' | 'stream_exists') =>
        errorOf(client.appendToStream(stream(name), event(), { ...options, expectedRevision }));
      const type = 'wrong-expected-version';
      expect(await refused('none', 0n)).toMatchObject({ type, expectedVersion: 0n, actualVersion: 'no_stream' });
      expect(await refused('none', 'stream_exists')).toMatchObject({
        type,
        expectedVersion: 'stream_exists',
        actualVersion: 'no_stream',
      });
      await client.appendToStream(stream(), events(3), options);
      expect(await refused('s', 'no_stream')).toMatchObject({ type, expectedVersion: 'no_stream', actualVersion: 2n });
      expect(await refused('s', 1n)).toMatchObject({ type, expectedVersion: 1n, actualVersion: 2n });
      expect(await refused('s', 3n)).toMatchObject({ type, streamName: stream(), expectedVersion: 3n });
      expect(await all(client.readStream(stream()))).toHaveLength(3);
    }));

  test('again, at the same place, is told what the first was, and writes nothing', () =>
    withServer(async ({ client, stream }) => {
      const [one, two, three] = [events(2), events(3), events(1)];
      const append = (written: typeof one, expectedRevision: bigint | 'no_stream') =>
        client.appendToStream(stream(), written, { ...options, expectedRevision });
      const answers = [await append(one, 'no_stream'), await append(two, 1n), await append(three, 4n)];
      expect([await append(one, 'no_stream'), await append(two, 1n), await append(three, 4n)]).toEqual(answers);
      expect(await append(two.slice(0, 2), 1n)).toMatchObject({ nextExpectedRevision: 3n });
      expect(await idsRead(client.readStream(stream()))).toEqual(idsOf([...one, ...two, ...three]));
    }));

  test('again, at whatever place, is known by the ids while the server remembers them', () =>
    withServer(async ({ client, stream }) => {
      const written = events(3);
      for (const expectedRevision of ['any', 'any', 'stream_exists'] as const)
        expect(await client.appendToStream(stream(), written, { ...options, expectedRevision })).toMatchObject({
          nextExpectedRevision: 2n,
        });
      const [first, second, third] = written;
      if (first === undefined || second === undefined || third === undefined) throw new Error('three were written');
      // In which order they stand is not looked at.
      expect((await client.appendToStream(stream(), [third, first], options)).nextExpectedRevision).toBe(0n);
      expect(await errorOf(client.appendToStream(stream(), [second, event()], options))).toMatchObject({
        type: 'wrong-expected-version',
        expectedVersion: 'any',
        actualVersion: 2n,
      });
      // The first is not known, so all are written, those that stand there already among them.
      const fresh = event();
      expect((await client.appendToStream(stream(), [fresh, first], options)).nextExpectedRevision).toBe(4n);
      expect(await idsRead(client.readStream(stream()))).toEqual(idsOf([...written, fresh, first]));
    }));

  test('some of what stands there and something else is a conflict', () =>
    withServer(async ({ client, stream }) => {
      const [one, two] = events(2);
      if (one === undefined || two === undefined) throw new Error('two were made');
      await client.appendToStream(stream(), [one, two], { ...options, expectedRevision: 'no_stream' });
      for (const again of [[one, event()], [one, two, event()], [two, one], []])
        expect(
          await errorOf(client.appendToStream(stream(), again, { ...options, expectedRevision: 'no_stream' })),
        ).toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
    }));

  test('the same id twice at once, or in another stream, is no repetition', () =>
    withServer(async ({ client, stream }) => {
      const twin = event();
      await client.appendToStream(stream('a'), [twin, twin], options);
      await client.appendToStream(stream('b'), twin, options);
      expect(await idsRead(client.readStream(stream('a')))).toEqual([twin.id, twin.id]);
      expect(await idsRead(client.readStream(stream('b')))).toEqual([twin.id]);
    }));

  test('nothing is a success, at the revision at which the stream stands', () =>
    withServer(async ({ client, stream }) => {
      expect(await client.appendToStream(stream(), [], options)).toMatchObject({ success: true });
      expect(await errorOf(all(client.readStream(stream())))).toMatchObject({ type: 'stream-not-found' });
      await client.appendToStream(stream(), events(3), options);
      expect((await client.appendToStream(stream(), [], options)).nextExpectedRevision).toBe(2n);
    }));

  test('more than the server takes is refused whole', () =>
    withServer(async ({ client, stream }) => {
      const large = (bytes: number) => binaryEvent({ type: 'Bytes', data: Buffer.alloc(bytes) });
      const most = 2 ** 20 - 'Bytes'.length;
      expect(await client.appendToStream(stream(), large(most), options)).toMatchObject({ success: true });
      for (const written of [[large(most + 1)], [large(most / 2), large(most / 2 + 1)]])
        expect(await errorOf(client.appendToStream(stream(), written, options))).toMatchObject({
          type: 'maximum-append-size-exceeded',
          maxAppendSize: 2 ** 20,
        });
      expect(await all(client.readStream(stream()))).toHaveLength(1);
    }));

  test('an event whose id is no UUID is refused', () =>
    withServer(async ({ client, stream }) => {
      expect(await errorOf(client.appendToStream(stream(), event('no-uuid'), options))).toMatchObject({
        type: 'unknown',
      });
      expect(await errorOf(all(client.readStream(stream())))).toMatchObject({ type: 'stream-not-found' });
    }));

  test('bytes and text come back as they were given', () =>
    withServer(async ({ client, stream }) => {
      const id = randomUUID();
      const data = Uint8Array.from([0, 255, 128]);
      await client.appendToStream(stream('é’'), binaryEvent({ id, type: 'Émis', data, metadata: { a: '’' } }), options);
      const [read] = await all(client.readStream(stream('é’')));
      expect(read?.event).toMatchObject({ id, type: 'Émis', isJson: false, streamId: stream('é’') });
      expect(read?.event).toMatchObject({ metadata: { a: '’' } });
      expect(Buffer.from(read?.event?.data as Uint8Array)).toEqual(Buffer.from(data));
      expect(Math.abs(Date.now() - (read?.event?.created.getTime() ?? 0))).toBeLessThan(60_000);
    }));
});
