import { type Digest, fromHex, hexDigest } from './digest.ts';

/**
 * The tree of RFC 6962, section 2.1: one root stands for a list of leaves, and a short path shows that a leaf is among
 * them. Digests are hexadecimal here, bytes where they are hashed.
 */

/** The digest of a leaf. */
export const leafDigest = (digest: Digest, leaf: string): string => hexDigest(digest, `\0${leaf}`);

const nodeDigest = (digest: Digest, left: string, right: string): string =>
  hexDigest(digest, joined(Uint8Array.of(1), fromHex(left), fromHex(right)));

/** The root over no leaf. */
const emptyRoot = (digest: Digest): string => hexDigest(digest, '');

/** A tree that grows leaf by leaf, in memory that grows with the logarithm of their number. */
export interface GrowingTree {
  /** Adds the digest of a leaf. */
  add(leaf: string): void;
  readonly size: number;
  /** The root over all leaves so far. */
  root(): string;
}

/** A tree without leaves. */
export function growingTree(digest: Digest): GrowingTree {
  // The complete subtrees from left to right, each smaller than the one before.
  const subtrees: { readonly leaves: number; readonly root: string }[] = [];
  let size = 0;
  return {
    add(leaf) {
      let subtree = { leaves: 1, root: leaf };
      for (let last = subtrees.at(-1); last?.leaves === subtree.leaves; last = subtrees.at(-1)) {
        subtrees.pop();
        subtree = { leaves: 2 * subtree.leaves, root: nodeDigest(digest, last.root, subtree.root) };
      }
      subtrees.push(subtree);
      size += 1;
    },
    get size() {
      return size;
    },
    root: () =>
      size === 0
        ? emptyRoot(digest)
        : subtrees.map(({ root }) => root).reduceRight((right, left) => nodeDigest(digest, left, right)),
  };
}

/**
 * The path that shows that a leaf is in a tree: the digests of the siblings, from the leaf up.
 *
 * @param leaves the digests of all leaves of the tree
 * @param index which leaf, from 0
 */
export function inclusionPath(digest: Digest, leaves: readonly string[], index: number): readonly string[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`no leaf ${index} among ${leaves.length}`);
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionPath(digest, left, index), rootOf(digest, right)]
    : [...inclusionPath(digest, right, index - split), rootOf(digest, left)];
}

/**
 * The root that a path leads to from a leaf; the leaf is in the tree where this is the tree's root.
 *
 * @returns `null` where the path has not the length of a path in a tree of this size
 */
export function rootByPath(
  digest: Digest,
  leaf: string,
  { index, size, path }: { readonly index: number; readonly size: number; readonly path: readonly string[] },
): string | null {
  if (!(index >= 0 && index < size)) return null;
  if (size === 1) return path.length === 0 ? leaf : null;
  const sibling = path.at(-1);
  if (sibling === undefined) return null;
  const split = largestPowerBelow(size);
  const rest = path.slice(0, -1);
  if (index < split) {
    const left = rootByPath(digest, leaf, { index, size: split, path: rest });
    return left === null ? null : nodeDigest(digest, left, sibling);
  }
  const right = rootByPath(digest, leaf, { index: index - split, size: size - split, path: rest });
  return right === null ? null : nodeDigest(digest, sibling, right);
}

function rootOf(digest: Digest, leaves: readonly string[]): string {
  const tree = growingTree(digest);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** The largest power of two that is smaller than a number greater than one. */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
