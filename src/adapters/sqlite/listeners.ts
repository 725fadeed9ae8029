import type { DatabaseSync } from 'node:sqlite';
import { pragma } from './header.ts';

/** Those who want to know when events became readable. */
export interface Listeners {
  /** @returns removes the listener */
  add(look: () => void): () => void;
  /** Tells everyone, each in its own time: what a listener throws is not the writer's, whose events are stored. */
  tell(): void;
  clear(): void;
}

/**
 * Listeners to this connection's commits, which the store tells of, and to those of all other connections to the same
 * file, which are noticed by looking at SQLite's counter every `pollMs` milliseconds, while someone listens.
 */
export function listenersOn(db: DatabaseSync, pollMs: number): Listeners {
  const listeners = new Set<() => void>();
  let seen = Number.NaN;
  let timer: NodeJS.Timeout | undefined;

  const tell = () => {
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener());
  };

  const poll = () => {
    const now = currentVersion();
    if (now === seen) return;
    seen = now;
    tell();
  };

  // A counter that cannot be read is news as well: a reader who looks again is told the fault, or reads on.
  const currentVersion = (): number => {
    try {
      return pragma(db, 'data_version');
    } catch {
      return Number.NaN;
    }
  };

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };

  return {
    add(look) {
      const listener = () => look();
      listeners.add(listener);
      if (timer === undefined) {
        seen = currentVersion();
        // A process that only listens may end.
        timer = setInterval(poll, pollMs).unref();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    tell,
    clear() {
      listeners.clear();
      stop();
    },
  };
}
