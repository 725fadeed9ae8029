import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import type { Digest } from '../../src/domain/seal/digest.ts';
import { growingTree, inclusionPath, leafDigest, rootByPath } from '../../src/domain/seal/merkle.ts';
import { holds } from '../support/property.ts';

const grown = (leaves: readonly string[], digest: Digest = sha256): string => {
  const tree = growingTree(digest);
  for (const leaf of leaves) tree.add(leafDigest(digest, leaf));
  return tree.root();
};

/** MTH of RFC 6962, section 2.1, word for word, on bytes. */
function treeHash(leaves: readonly string[]): Buffer {
  const of = (...parts: readonly (string | Uint8Array)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  if (leaves.length === 0) return of('');
  const [first = ''] = leaves;
  if (leaves.length === 1) return of(Uint8Array.of(0), first);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return of(Uint8Array.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

const leafTexts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 40, size: 'max' });

describe('the tree over the heads', () => {
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('has the roots that certificate transparency tests with: %i leaves', (count, root) => {
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    expect(grown(leaves.slice(0, count).map((hex) => Buffer.from(hex, 'hex').toString()))).toBe(root);
  });

  test('has the root of RFC 6962, whatever its leaves, and by a digest that writes no digits itself', () =>
    holds(
      fc.property(leafTexts, (leaves) => {
        expect(grown(leaves)).toBe(treeHash(leaves).toString('hex'));
        expect(grown(leaves, (data) => sha256(data))).toBe(grown(leaves));
      }),
      { runs: 100 },
    ));

  test('shows of every leaf that it is in the tree, and of nothing else', () =>
    holds(
      fc.property(leafTexts, fc.nat(), (texts, nat) => {
        fc.pre(texts.length > 0);
        const leaves = texts.map((text) => leafDigest(sha256, text));
        const index = nat % leaves.length;
        const [leaf = '', size, root] = [leaves[index], leaves.length, grown(texts)];
        const path = inclusionPath(sha256, leaves, index);
        expect(rootByPath(sha256, leaf, { index, size, path })).toBe(root);
        expect(rootByPath(sha256, leafDigest(sha256, 'another'), { index, size, path })).not.toBe(root);
        expect(rootByPath(sha256, leaf, { index, size, path: [...path, leaf] })).toBeNull();
        for (const no of [-1, size, Number.NaN]) {
          expect(rootByPath(sha256, leaf, { index: no, size, path })).toBeNull();
          expect(() => inclusionPath(sha256, leaves, no)).toThrow(RangeError);
        }
        if (path.length > 0) expect(rootByPath(sha256, leaf, { index, size, path: path.slice(1) })).toBeNull();
      }),
      { runs: 100 },
    ));
});
