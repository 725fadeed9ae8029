import type { LogRoot } from '../../domain/seal/log.ts';
import { type GrowingTree, growingTree } from '../../domain/seal/merkle.ts';
import { sha256 } from '../crypto/node.ts';
import { type StoreFinding, storeFinding } from './findings.ts';

/** The log of heads as it grows again, held against the roots that are known of it. */
export interface RootsVerifier extends Pick<GrowingTree, 'add' | 'root' | 'size'> {
  /** Ends the verification. @returns what was found, in the order of the sizes */
  end(): readonly StoreFinding[];
}

/** Compares a growing log with its known roots. */
export function rootsVerifier(roots: readonly LogRoot[]): RootsVerifier {
  const tree = growingTree(sha256);
  const known = roots.toSorted((one, other) => one.size - other.size);
  const findings: StoreFinding[] = [];
  let next = 0;
  /** Up to how many events the log is known to be as it was. */
  let since = 0;

  const compare = (): void => {
    for (let one = known[next]; one?.size === tree.size; one = known[++next]) {
      const { size, root } = one;
      if (tree.root() === root) since = size;
      else findings.push(storeFinding('root-differs', { size, since }));
    }
  };
  compare();

  return {
    add(leaf) {
      tree.add(leaf);
      compare();
    },
    root: () => tree.root(),
    get size() {
      return tree.size;
    },
    end: () => [
      ...findings,
      ...known.slice(next).map(({ size }) => storeFinding('log-shorter', { size, since }, { events: tree.size })),
    ],
  };
}
