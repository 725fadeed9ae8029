import { onAbort } from './waiting.ts';

/** Lets so many in at once; the others wait in line. */
export interface Slots {
  /**
   * Waits for a slot, but not longer than so many milliseconds; at once, where one is free.
   *
   * @returns gives the slot back, and twice is as once; `null` where there was none in time
   * @throws the reason of a signal
   */
  take(ms: number, signals: readonly AbortSignal[]): (() => void) | Promise<(() => void) | null>;
}

/** Slots of which none is taken. */
export function slotsOf(count: number): Slots {
  let free = count;
  const line = new Set<() => void>();

  const taken = () => {
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      const [first] = line;
      if (first === undefined) free++;
      else first();
    };
  };

  const queued = async (ms: number, signals: readonly AbortSignal[]): Promise<(() => void) | null> => {
    const { promise, resolve, reject } = Promise.withResolvers<(() => void) | null>();
    const enter = () => {
      line.delete(enter);
      resolve(taken());
    };
    line.add(enter);
    // Whoever leaves is out of the line at once, so that no slot is handed to somebody who has left.
    const leave = (settle: () => void) => {
      line.delete(enter);
      settle();
    };
    const timer = setTimeout(() => leave(() => resolve(null)), ms);
    const stop = onAbort(signals, (reason) => leave(() => reject(reason)));
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      stop();
    }
  };

  return {
    take(ms, signals) {
      if (free === 0) return queued(ms, signals);
      free--;
      return taken();
    },
  };
}
