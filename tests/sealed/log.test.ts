import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { inclusionOf, rootOf } from '../../src/adapters/sealed/log.ts';
import { numbered } from '../../src/adapters/testing/store/events.ts';
import { leafOf } from '../../src/domain/seal/head.ts';
import { growingTree, leafDigest, rootByPath } from '../../src/domain/seal/merkle.ts';
import { codeOf } from '../stores/support/faults.ts';
import { holds } from '../support/property.ts';
import { headOf, sealedStore } from './record.ts';

const streams = fc.array(fc.constantFrom('session-1', 'session-2', 'séance "3"'), { maxLength: 20, size: 'max' });

/** A sealed record in which events came to these streams, one by one. */
async function recorded(of: readonly string[]) {
  const store = sealedStore();
  const revisions = new Map<string, number>();
  for (const [n, stream] of of.entries()) {
    const revision = revisions.get(stream) ?? 0;
    await store.append(stream, revision, [numbered(n)]);
    revisions.set(stream, revision + 1);
  }
  return store;
}

describe('the log of heads', () => {
  test('has one root for each size, which further events do not change', () =>
    holds(
      fc.asyncProperty(streams, async (of) => {
        const whole = await recorded(of);
        for (let size = 0; size <= of.length; size++) {
          const early = await rootOf(await recorded(of.slice(0, size)));
          expect(early.size).toBe(size);
          expect(await rootOf(whole, size)).toEqual(early);
        }
      }),
      { runs: 15 },
    ));

  test('is the tree over stream, revision and digest of each event, in the order of the record', () =>
    holds(
      fc.asyncProperty(streams, async (of) => {
        const store = await recorded(of);
        const tree = growingTree(sha256);
        for (const { event } of await store.readAll()) {
          const sha = createHash('sha256').update(JSON.stringify(event)).digest('hex');
          tree.add(leafDigest(sha256, `["${event.stream.replaceAll('"', '\\"')}",${event.revision},"${sha}"]`));
        }
        expect(await rootOf(store)).toEqual({ size: of.length, root: tree.root() });
      }),
      { runs: 30 },
    ));

  test('is the same for a store that hands out no texts', async () => {
    const store = await recorded(['session-1', 'session-2', 'session-1']);
    const { readTexts, ...without } = store;
    expect(await rootOf(without)).toEqual(await rootOf(store));
  });

  test('shows that a stream’s head is in it, at any size', () =>
    holds(
      fc.asyncProperty(streams, fc.nat(), async (of, nat) => {
        fc.pre(of.length > 0);
        const store = await recorded(of);
        const size = 1 + (nat % of.length);
        const { root } = await rootOf(store, size);
        const texts = ((await store.readTexts?.()) ?? []).slice(0, size).map(({ text }) => text);
        for (const stream of new Set(of)) {
          const last = texts.map(headOf).findLast((head) => head.stream === stream);
          const inclusion = await inclusionOf(store, stream, size);
          expect(inclusion?.head).toEqual(last);
          if (inclusion === null) continue;
          const leaf = leafDigest(sha256, leafOf(inclusion.head));
          expect(rootByPath(sha256, leaf, inclusion)).toBe(root);
        }
      }),
      { runs: 30 },
    ));

  test('has no size that the record never had', async () => {
    const store = await recorded(['session-1', 'session-1']);
    for (const size of [3, -1, 0.5, Number.NaN]) {
      expect(await codeOf(() => rootOf(store, size))).toBe('range-invalid');
      expect(await codeOf(() => inclusionOf(store, 'session-1', size))).toBe('range-invalid');
    }
  });

  test('is not made of what cannot be read', async () => {
    const store = { ...openMemoryStore(), readTexts: async () => [{ position: '1', text: '{' }] };
    expect(await codeOf(() => rootOf(store))).toBe('store-damaged');
  });

  test('is read page by page', async () => {
    const store = sealedStore();
    for (let part = 0; part < 3; part++) {
      const events = Array.from({ length: 700 }, (_, n) => numbered(part * 700 + n));
      await store.append('session-1', part * 700, events);
    }
    const pages: number[] = [];
    const readTexts: typeof store.readTexts = async (range) => {
      const page = (await store.readTexts?.(range)) ?? [];
      pages.push(page.length);
      return page;
    };
    expect((await rootOf({ ...store, readTexts })).size).toBe(2_100);
    expect(pages).toEqual([1_000, 1_000, 100, 0]);
  });
});
