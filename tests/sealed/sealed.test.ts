import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { verifyStore } from '../../src/adapters/sealed/verifyStore.ts';
import { numbered, numberedFrom } from '../../src/adapters/testing/store/events.ts';
import { deliverTwice, failAfter, slow } from '../../src/adapters/testing/store/faults.ts';
import { genesis, sealOf } from '../../src/domain/seal/chain.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { codeOf, faultOf } from '../stores/support/faults.ts';
import { STORES, withStore } from '../stores/support/stores.ts';
import { holds } from '../support/property.ts';
import { counted } from '../support/wrapped.ts';
import { STREAM, textsIn } from './record.ts';

const isWhole = async (store: EventStore): Promise<void> => expect((await verifyStore(store)).findings).toEqual([]);

describe.each(STORES)('a sealed store in $kind', (kind) => {
  test('gives each event the digest of the stored text before it, and the first one that of the stream’s name', () =>
    withStore(kind, async (inner) => {
      const store = sealed(inner);
      await store.append(STREAM, 'none', numberedFrom(0, 3));
      const answer = await store.append(STREAM, 3, numberedFrom(3, 2));
      const texts = await textsIn(inner, STREAM);
      const seals = [genesis(sha256, STREAM), ...texts.map((text) => sealOf(sha256, text))];
      const read = await store.readStream(STREAM);
      expect(read.map(({ previousHash }) => previousHash)).toEqual(seals.slice(0, 5));
      expect(answer).toStrictEqual({ kind: 'appended', events: read.slice(3), revision: 5 });
    }));

  test('goes on where another instance stopped, and finds the event before once', () =>
    withStore(kind, async (inner) => {
      await sealed(inner).append(STREAM, 'none', numberedFrom(0, 2));
      const { store, calls } = counted(inner);
      const other = sealed(store);
      await other.append(STREAM, 2, numberedFrom(2, 1));
      await other.append(STREAM, 3, numberedFrom(3, 1));
      expect(calls).toMatchObject({ readStream: 1, append: 2 });
      await isWhole(inner);
    }));

  test('remembers a bounded number of streams, and reads what it forgot', () =>
    withStore(kind, async (inner) => {
      const { store, calls } = counted(inner);
      const chain = sealed(store);
      const streams = Array.from({ length: 1_001 }, (_, n) => `session-${n}`);
      for (const [n, stream] of streams.entries()) await chain.append(stream, 'none', [numbered(n)]);
      await chain.append('session-1000', 1, [numbered(2_000)]);
      expect(calls.readStream).toBe(0);
      await chain.append('session-0', 1, [numbered(2_001)]);
      expect(calls.readStream).toBe(1);
      await isWhole(inner);
    }));

  test('tells where the stream is to a writer who is ahead of it or behind', () =>
    withStore(kind, async (inner) => {
      const store = sealed(inner);
      await store.append(STREAM, 'none', numberedFrom(0, 2));
      for (const expected of [0, 'none', 1, 3, 9] as const) {
        const conflict = { kind: 'conflict', stream: STREAM, expected, actual: 2 };
        expect(await store.append(STREAM, expected, [numbered(9)])).toEqual(conflict);
        expect(await store.append(STREAM, expected, [])).toEqual(conflict);
      }
      expect(await store.append(STREAM, 2, [])).toEqual({ kind: 'appended', events: [], revision: 2 });
    }));

  test('refuses to append whatever the revision is', () =>
    withStore(kind, async (inner) => {
      expect(await codeOf(() => sealed(inner).append(STREAM, 'any', [numbered(0)]))).toBe('expected-any');
      expect(await inner.readAll()).toEqual([]);
    }));

  test('refuses to seal from the middle on what was written without a seal', () =>
    withStore(kind, async (inner) => {
      await inner.append(STREAM, 'none', numberedFrom(0, 2));
      const { code, message } = await faultOf(() => sealed(inner).append(STREAM, 2, [numbered(9)]));
      expect([code, message]).toEqual(['not-sealed', expect.stringMatching(/session-b204.*revision 2 is not sealed/)]);
      expect(await inner.readStream(STREAM)).toHaveLength(2);
      expect((await sealed(inner).append('session-2', 'none', [numbered(8)])).kind).toBe('appended');
    }));

  test('hands on what the store within can do besides, and nothing that it cannot', () =>
    withStore(kind, async (inner) => {
      expect('erase' in sealed(inner)).toBe(false);
      const erased: string[] = [];
      const { readTexts, ...without } = inner;
      const store = sealed({ ...without, erase: async (stream, person) => void erased.push(stream, person) });
      expect('readTexts' in store).toBe(false);
      await store.erase?.(STREAM, 'candidate-3');
      expect(erased).toEqual([STREAM, 'candidate-3']);
    }));
});

describe('a chain', () => {
  const aWhile = () => new Promise<void>((resolve) => setImmediate(resolve));

  test('stays whole when several write at once, each on what it believes, and try again', () =>
    holds(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 }), { maxLength: 4 }),
        async (writers) => {
          const inner = openMemoryStore();
          const write = async (counts: readonly number[], writer: number): Promise<void> => {
            const store = sealed(slow(inner, aWhile));
            let believed = 0;
            for (const [index, count] of counts.entries()) {
              for (;;) {
                const answer = await store.append(STREAM, believed, numberedFrom(writer * 100 + index * 10, count));
                believed = answer.kind === 'conflict' ? answer.actual : answer.revision;
                if (answer.kind === 'appended') break;
              }
            }
          };
          await Promise.all(writers.map(write));
          expect(await inner.readStream(STREAM)).toHaveLength(writers.flat().reduce((sum, count) => sum + count, 0));
          await isWhole(inner);
        },
      ),
      { runs: 30 },
    ));

  test('stays whole where acknowledgements are lost, appends arrive twice, and writers try again', () =>
    holds(
      fc.asyncProperty(fc.array(fc.constantFrom('well', 'lost', 'twice'), { maxLength: 12 }), async (fates) => {
        const inner = openMemoryStore();
        let fate: string | undefined;
        const store = sealed(
          deliverTwice(
            failAfter(inner, () => fate === 'lost'),
            () => fate === 'twice',
          ),
        );
        for (const [n, next] of fates.entries()) {
          fate = next;
          await store.append(STREAM, n, [numbered(n)]).catch(() => {});
          fate = 'well';
          expect(await store.append(STREAM, n, [numbered(n)])).toMatchObject({ kind: 'conflict', actual: n + 1 });
        }
        expect(await inner.readStream(STREAM)).toHaveLength(fates.length);
        await isWhole(inner);
      }),
      { runs: 50 },
    ));

  test('rests on what was given when it was given, whatever the writer does to it afterwards', async () => {
    const inner = openMemoryStore();
    await sealed(inner).append(STREAM, 'none', [numbered(0)]);
    const data = { text: 'before' };
    const appending = sealed(slow(inner, aWhile)).append(STREAM, 1, [numbered(1, data), numbered(2)]);
    data.text = 'after';
    await appending;
    expect((await inner.readStream(STREAM))[1]?.data).toEqual({ text: 'before' });
    await isWhole(inner);
  });

  test('does not go on for ever on a store that contradicts itself', async () => {
    const inner = openMemoryStore();
    await inner.append(STREAM, 'none', [numbered(0)]);
    const forgetful = sealed({ ...inner, readStream: async () => [] });
    expect(await codeOf(() => forgetful.append(STREAM, 1, [numbered(1)]))).toBe('store-damaged');
  });
});
