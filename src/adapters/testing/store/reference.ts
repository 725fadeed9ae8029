import type { NewEvent, StoredEvent } from '../../../domain/store/envelope.ts';
import type { ExpectedRevision, GlobalRange, StreamRange } from '../../../domain/store/port.ts';
import { storedAs } from './events.ts';

/** What an append must answer. */
export type Answer =
  | { readonly kind: 'appended'; readonly events: readonly StoredEvent[]; readonly revision: number }
  | { readonly kind: 'conflict'; readonly stream: string; readonly expected: ExpectedRevision; readonly actual: number }
  | { readonly kind: 'event-id-taken' };

/** The log that every store has to behave like: one list, from which every answer is counted out anew. */
export class ReferenceLog {
  private readonly log: StoredEvent[];

  /** A log of these events, or an empty one. */
  constructor(events: readonly StoredEvent[] = []) {
    this.log = [...events];
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Answer {
    const actual = this.ofStream(stream).length;
    const believed = expected === 'none' ? 0 : expected;
    if (believed !== 'any' && believed !== actual) return { kind: 'conflict', stream, expected, actual };
    const ids = [...this.log, ...events].map(({ id }) => id);
    if (new Set(ids).size < ids.length) return { kind: 'event-id-taken' };
    const stored = events.map((event, index) => storedAs(stream, actual + 1 + index, event));
    this.log.push(...stored);
    return { kind: 'appended', events: stored, revision: actual + stored.length };
  }

  readStream(stream: string, { from = 1, to = Number.POSITIVE_INFINITY, limit }: StreamRange = {}): StoredEvent[] {
    return this.ofStream(stream)
      .filter(({ revision }) => revision >= from && revision <= to)
      .slice(0, limit);
  }

  /** What follows so many events of the global order. */
  readAll(after: number, { limit = 1_000 }: GlobalRange = {}): StoredEvent[] {
    return this.log.filter((_, index) => index >= after).slice(0, limit);
  }

  private ofStream(stream: string): StoredEvent[] {
    return this.log.filter((event) => event.stream === stream);
  }
}
