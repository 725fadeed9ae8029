/** Where an event went that was written not long ago. */
export interface Recent {
  readonly stream: string;
  readonly revision: number;
}

/**
 * The ids that a node remembers of what was written through it, newest last. It is memory: a node that is started
 * anew knows none, and one that was written to a lot has forgotten the oldest.
 */
export interface RecentIds {
  find(id: string): Recent | undefined;
  remember(id: string, recent: Recent): void;
}

/** Eight mebibytes of ids, as a server keeps them. */
const KEPT = 100_000;

export function recentIds(kept: number = KEPT): RecentIds {
  const ids = new Map<string, Recent>();
  return {
    find: (id) => ids.get(id),
    remember(id, recent) {
      ids.delete(id);
      ids.set(id, recent);
      const [oldest] = ids.keys();
      if (ids.size > kept && oldest !== undefined) ids.delete(oldest);
    },
  };
}
