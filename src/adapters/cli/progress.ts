import type { Io } from './io.ts';

/** How long somebody waits before they are told how far it is, in milliseconds. */
const PATIENCE_MS = 2_000;

/** How long what is told stays at least, in milliseconds. */
const PAUSE_MS = 100;

const WIDTH = 24;

/** « ██████░░░░ 12/50 ». */
export function bar(done: number, total: number): string {
  const full = Math.floor((WIDTH * done) / Math.max(1, total));
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${total}`;
}

/**
 * Counts something of which there is so much.
 *
 * @param what in French, in the plural
 * @returns to be called after each
 */
export function counted({ progress }: Pick<Io, 'progress'>, what: string, total: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    progress?.(`${bar(done, total)} ${what}`);
  };
}

/** A line of a terminal on which it is told how far something is. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  /** Takes the line away, before something else is written. */
  readonly clear: () => void;
}

/**
 * Tells how far something is in the last line of a terminal: not before it takes long, and not faster than it is read.
 *
 * @param write writes to the terminal
 * @param now milliseconds of a clock that never goes back
 */
export function progressLine(write: (text: string) => void, now: () => number): ProgressLine {
  const began = now();
  let toldAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show(text) {
      const at = now();
      if (at - began < PATIENCE_MS || at - toldAt < PAUSE_MS) return;
      [toldAt, isShown] = [at, true];
      write(`\r${text}\u001b[K`);
    },
    clear() {
      if (isShown) write('\r\u001b[K');
      isShown = false;
    },
  };
}
