import type { Clock } from '../../../service/ports.ts';

/** A clock that stands still until it is set. */
export interface SetClock extends Clock {
  /** Shows another instant, an earlier one too; epoch milliseconds. Whatever was to ring by then rings. */
  set(instant: number): void;
}

/**
 * Makes a clock that shows this instant until it is set.
 *
 * @param start epoch milliseconds
 */
export function setClock(start: number): SetClock {
  let now = start;
  let made = 0;
  const waiting = new Map<unknown, { readonly at: number; readonly callback: () => void }>();
  return {
    now: () => now,
    setTimeout(callback, milliseconds) {
      made += 1;
      waiting.set(made, { at: now + milliseconds, callback });
      return made;
    },
    clearTimeout(handle) {
      waiting.delete(handle);
    },
    set(instant) {
      now = instant;
      for (const [handle, { at, callback }] of [...waiting].sort(([, a], [, b]) => a.at - b.at)) {
        if (at <= instant && waiting.delete(handle)) callback();
      }
    },
  };
}
