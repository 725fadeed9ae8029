import { patiently } from './patience.ts';

/** Tells somebody who waits that there is news; news that comes while nobody waits is kept until somebody does. */
export interface Bell {
  /** That there is news. */
  ring(): void;
  /** Forgets what rang so far: whoever looks from now on sees it. */
  hush(): void;
  /**
   * Waits until it rings, unless it did since it was last hushed. The process stays while somebody waits.
   *
   * @throws the signal's reason
   */
  rung(signal: AbortSignal | undefined): Promise<void>;
}

/** A bell for one who waits at a time. */
export function newBell(): Bell {
  let hasRung = false;
  let wake = () => {};
  return {
    ring() {
      hasRung = true;
      wake();
    },
    hush() {
      hasRung = false;
    },
    async rung(signal) {
      signal?.throwIfAborted();
      if (hasRung) return;
      await patiently(new Promise<void>((resolve) => (wake = resolve)), signal);
    },
  };
}
