/** Does work in turn: what is about the same key waits for what came before it, all else goes on beside it. */
export interface Queue {
  /** @returns what the work answers or throws */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Settled once nothing is left to do. */
  idle(): Promise<void>;
}

/** A queue in which nothing waits. */
export function newQueue(): Queue {
  const last = new Map<string, Promise<unknown>>();

  return {
    inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
      const before = last.get(key);
      // What an earlier piece of work threw is its own caller's.
      const done = before === undefined ? work() : before.then(work, work);
      last.set(key, done);
      const forget = () => {
        if (last.get(key) === done) last.delete(key);
      };
      done.then(forget, forget);
      return done;
    },

    async idle() {
      while (last.size > 0) await Promise.allSettled(last.values());
    },
  };
}
