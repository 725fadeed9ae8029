import type { Clock } from '../../../service/ports.ts';

/** A clock that stands still until it is set, and rings on the way whatever was to ring. */
export interface ManualClock extends Clock {
  /** Goes on to an instant; epoch milliseconds, not before now. */
  goTo(instant: number): void;
}

/**
 * Makes a clock that shows this instant until it is set.
 *
 * @param start epoch milliseconds
 */
export function manualClock(start: number): ManualClock {
  let now = start;
  let made = 0;
  const waiting = new Map<number, { readonly at: number; readonly callback: () => void }>();
  const next = () => [...waiting].sort(([a, one], [b, other]) => one.at - other.at || a - b)[0];

  return {
    now: () => now,
    setTimeout(callback, milliseconds) {
      made += 1;
      waiting.set(made, { at: now + milliseconds, callback });
      return made;
    },
    clearTimeout(handle) {
      waiting.delete(Number(handle));
    },
    goTo(instant) {
      for (let due = next(); due !== undefined && due[1].at <= instant; due = next()) {
        const [handle, { at, callback }] = due;
        waiting.delete(handle);
        now = Math.max(now, at);
        callback();
      }
      now = Math.max(now, instant);
    },
  };
}
