/** The last heads that a writer made or read, the streams that were used last. */
export interface KnownSeals {
  /** The seal of an event of a stream; `null` where it is not known. */
  get(stream: string, revision: number): string | null;
  /** Remembers a seal, in place of an earlier one of the stream. */
  set(stream: string, revision: number, seal: string): void;
}

/** Streams whose last seal is remembered; more are forgotten, the one that was used longest ago first. */
const STREAMS = 1_000;

/** Nothing is known yet. What is remembered cannot become wrong, since an event of a revision never changes. */
export function knownSeals(): KnownSeals {
  const seals = new Map<string, { readonly revision: number; readonly seal: string }>();
  return {
    get(stream, revision) {
      const known = seals.get(stream);
      return known?.revision === revision ? known.seal : null;
    },
    set(stream, revision, seal) {
      // The order of a map is the order in which its keys were added.
      seals.delete(stream);
      seals.set(stream, { revision, seal });
      if (seals.size <= STREAMS) return;
      const [oldest] = seals.keys();
      if (oldest !== undefined) seals.delete(oldest);
    },
  };
}
