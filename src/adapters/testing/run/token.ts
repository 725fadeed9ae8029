/** Where a failing case is found again: the seed of its run, and the path from its first form to its smallest. */
export interface Replay {
  readonly seed: number;
  /** As fast-check writes it, for instance `12:0:3`. */
  readonly path: string;
}

const SHAPE = /^em1\.(-?[0-9a-z]+)\.([0-9:]+)$/;

/** Writes a replay as one printable word, `em1.seed.path`. */
export const tokenOf = ({ seed, path }: Replay): string => `em1.${seed.toString(36)}.${path}`;

/**
 * Reads what {@link tokenOf} wrote.
 *
 * @throws {RangeError} where it is no token
 */
export function replayOf(token: string): Replay {
  const [, seed = '', path = ''] = SHAPE.exec(token) ?? [];
  const read = Number.parseInt(seed, 36);
  if (path === '' || tokenOf({ seed: read, path }) !== token) throw new RangeError(`not a replay token: ${token}`);
  return { seed: read, path };
}
