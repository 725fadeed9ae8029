import type { EventStore, Position, PositionedEvent } from '../../../domain/store/port.ts';

/** Someone who reads the global order page by page, and goes on from the last position it saw. */
export interface Reader {
  readonly seen: readonly PositionedEvent[];
  /**
   * Reads one page. Whether there was anything.
   *
   * @throws {Error} where a page is larger than asked for, or has a position that was seen before: such a reader might
   * never come to an end
   */
  page(): Promise<boolean>;
}

/** A reader who begins after a position, or at the beginning. */
export function readerOf(store: EventStore, limit: number, after?: Position): Reader {
  const seen: PositionedEvent[] = [];
  const positions = new Set<Position>();
  return {
    seen,
    async page() {
      const last = seen.at(-1)?.position ?? after;
      const page = await store.readAll(last === undefined ? { limit } : { after: last, limit });
      if (page.length > limit) throw new Error(`A page of ${limit} has ${page.length} events`);
      for (const one of page) {
        if (positions.has(one.position)) throw new Error(`The position ${one.position} is read twice`);
        positions.add(one.position);
        seen.push(one);
      }
      return page.length > 0;
    },
  };
}

/** Reads on until there is nothing more. */
export async function readOn(reader: Reader): Promise<readonly PositionedEvent[]> {
  while (await reader.page());
  return reader.seen;
}
