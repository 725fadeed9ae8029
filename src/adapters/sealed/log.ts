import { sealOf } from '../../domain/seal/chain.ts';
import { type Head, leafOf } from '../../domain/seal/head.ts';
import { linkIn } from '../../domain/seal/link.ts';
import type { LogRoot } from '../../domain/seal/log.ts';
import { growingTree, inclusionPath, leafDigest } from '../../domain/seal/merkle.ts';
import { StoreError } from '../../domain/store/errors.ts';
import type { EventStore } from '../../domain/store/port.ts';
import { invalid } from '../../domain/store/ranges.ts';
import { sha256 } from '../crypto/node.ts';
import { textsOf } from './texts.ts';

/** That a stream's head is in the log: `rootByPath` of the leaf leads to the root of this size. */
export interface Inclusion {
  readonly head: Head;
  /** Which leaf, from 0. */
  readonly index: number;
  readonly size: number;
  /** The digests of the siblings, from the leaf up. */
  readonly path: readonly string[];
}

/**
 * The root of the log of heads: each event of the store, in the global order, makes the head of its stream a leaf. The
 * log is not kept anywhere: it follows from the record, in memory that grows with the logarithm of its length.
 *
 * @param size the root as it was after so many events; default: after all of them
 * @throws StoreError `range-invalid` where there are not so many; `store-damaged` where a text cannot be read
 */
export async function rootOf(store: EventStore, size?: number): Promise<LogRoot> {
  const tree = growingTree(sha256);
  for await (const { leaf } of leavesOf(store, size)) tree.add(leaf);
  return { size: tree.size, root: tree.root() };
}

/**
 * Shows that the last event of a stream is in the log, without showing anything else of it. Memory grows with the number
 * of events, by a digest for each.
 *
 * @param size the log as it was after so many events; default: after all of them
 * @returns `null` where the stream had no event yet
 * @throws StoreError as {@link rootOf}
 */
export async function inclusionOf(store: EventStore, stream: string, size?: number): Promise<Inclusion | null> {
  const leaves: string[] = [];
  let found: Pick<Inclusion, 'head' | 'index'> | null = null;
  for await (const { head, leaf } of leavesOf(store, size)) {
    if (head.stream === stream) found = { head, index: leaves.length };
    leaves.push(leaf);
  }
  if (found === null) return null;
  return { ...found, size: leaves.length, path: inclusionPath(sha256, leaves, found.index) };
}

/** A head and its leaf. */
interface Leaf {
  readonly head: Head;
  readonly leaf: string;
}

async function* leavesOf(store: EventStore, size?: number): AsyncGenerator<Leaf, void, undefined> {
  if (size !== undefined && !(Number.isSafeInteger(size) && size >= 0)) throw invalid('size of a log', size);
  let count = 0;
  if (size === 0) return;
  for await (const { position, text } of textsOf(store)) {
    const link = linkIn(text);
    if (link === null) throw new StoreError('store-damaged', `Position ${position}: the event cannot be read`);
    const { stream, revision } = link;
    const head = { stream, revision, hash: sealOf(sha256, text) };
    yield { head, leaf: leafDigest(sha256, leafOf(head)) };
    count++;
    if (count === size) return;
  }
  if (size !== undefined) throw invalid(`size of a log of ${count} events`, size);
}
