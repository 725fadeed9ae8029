import { backOff } from '../subscription/backOff.ts';
import { follow } from './follow.ts';
import { knownOf } from './known.ts';
import type { Place } from './positions.ts';
import type { Server } from './server.ts';
import { pause } from './waiting.ts';

/** Those who want to know when events became readable. */
export interface Listeners {
  /** @returns removes the listener */
  add(look: () => void): () => void;
  /** This instance stored events, the last of them here; `null` where the server does not say where. */
  stored(last: Place | null): void;
  clear(): void;
}

/**
 * Listeners to this instance's appends, which are told at once, and to those of all others, of which a subscription
 * brings word while somebody listens. Of a place of the log that they were told of, they are not told again.
 */
export function listenersOn(server: Server): Listeners {
  const listeners = new Set<() => void>();
  let told = knownOf();
  let stop = new AbortController();

  const tell = () => {
    // In its own time: what a listener throws is not the writer's, whose events are stored.
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener());
  };

  const watch = async (signal: AbortSignal): Promise<void> => {
    const place = told.furthest();
    let isBlind = place === null;
    for await (const step of follow(server, { from: place === null ? 'end' : { place }, limit: PAGE, signal })) {
      // What came between the call and the confirmation, nobody will bring.
      if (step.kind === 'confirmed' && isBlind) tell();
      if (step.kind === 'confirmed') isBlind = false;
      const last = step.kind === 'batch' ? step.records.at(-1) : undefined;
      if (last !== undefined && told.saw(last.position)) tell();
    }
  };

  const keepWatch = async (signal: AbortSignal): Promise<void> => {
    for (let failures = 1; ; failures++) {
      try {
        await watch(signal);
      } catch {
        // A listener can be told no fault. Whoever looks is told it by the call that it makes.
        if (signal.aborted) return;
        await pause(backOff(failures, server.budgets), [signal]).catch(() => {});
      }
    }
  };

  return {
    add(look) {
      const listener = () => look();
      if (listeners.size === 0) {
        stop = new AbortController();
        told = knownOf(server.known.furthest());
        void keepWatch(AbortSignal.any([stop.signal, server.closed]));
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop.abort(new Error('Nobody listens'));
      };
    },
    stored(last) {
      if (last === null || told.saw(last)) tell();
    },
    clear() {
      listeners.clear();
      stop.abort(new Error('The store is closed'));
    },
  };
}

/** Most events of one look. */
const PAGE = 1_000;
