import type { SizedRow } from './rowsBefore.ts';

/** Rows that were used last, by their streams; no more than so many characters of JSON. */
export interface RowCache {
  get(stream: string): SizedRow | undefined;
  set(stream: string, cached: SizedRow): void;
  drop(stream: string): void;
}

/** A cache that forgets first what was not used for longest. */
export function newRowCache(characters: number): RowCache {
  const rows = new Map<string, SizedRow>();
  let kept = 0;

  const take = (stream: string): SizedRow | undefined => {
    const cached = rows.get(stream);
    if (cached !== undefined) kept -= cached.length;
    rows.delete(stream);
    return cached;
  };

  // A map is gone through in the order in which its entries were put in.
  const put = (stream: string, cached: SizedRow) => {
    rows.set(stream, cached);
    kept += cached.length;
  };

  return {
    get(stream) {
      const cached = take(stream);
      if (cached !== undefined) put(stream, cached);
      return cached;
    },
    set(stream, cached) {
      take(stream);
      put(stream, cached);
      for (const oldest of rows.keys()) {
        if (kept <= characters) break;
        take(oldest);
      }
    },
    drop: (stream) => void take(stream),
  };
}
