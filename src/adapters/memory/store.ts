import type { StoredEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { readyToStore, storedEvent, storedText } from '../../domain/store/json.ts';
import type { CallOptions, EventStore, GlobalRange, PositionedText } from '../../domain/store/port.ts';
import { believedRevision, globalBounds, invalid, streamBounds, streamName } from '../../domain/store/ranges.ts';

/**
 * A store that lives as long as the process: for tests, and to show what the port asks of an adapter.
 *
 * Events are kept as the JSON text that a file would hold and parsed anew for every reader, so that nothing is shared
 * with anyone. No method waits for anything between looking and storing, and that alone makes an append atomic.
 */
export function openMemoryStore(): EventStore {
  const log: string[] = [];
  const streams = new Map<string, string[]>();
  const ids = new Set<string>();
  const listeners = new Set<() => void>();
  let closed = false;

  const assertReady = ({ signal }: CallOptions = {}) => {
    signal?.throwIfAborted();
    if (closed) throw new StoreError('store-closed', 'The store is closed');
  };

  const pageOf = (range: GlobalRange | undefined): readonly PositionedText[] => {
    const { after, limit } = globalBounds(range);
    if (after > log.length) throw invalid('position of this store', after);
    return log.slice(after, after + limit).map((text, index) => ({ position: String(after + index + 1), text }));
  };

  return {
    async append(stream, expected, events, options) {
      assertReady(options);
      const ready = readyToStore(streamName(stream), events);
      const believed = believedRevision(expected);
      const texts = streams.get(stream) ?? [];
      const actual = texts.length;
      if (believed !== 'any' && believed !== actual) return { kind: 'conflict', stream, expected, actual };

      const fresh = new Set<string>();
      for (const { id } of ready) {
        if (ids.has(id) || fresh.has(id)) throw new StoreError('event-id-taken', `Event ${id} is already stored`);
        fresh.add(id);
      }

      const stored: StoredEvent[] = [];
      for (const event of ready) {
        const text = storedText(event, texts.length + 1);
        ids.add(event.id);
        texts.push(text);
        log.push(text);
        stored.push(storedEvent(text));
      }
      if (stored.length > 0) {
        streams.set(stream, texts);
        // In its own time: what a listener throws is not the writer's, whose events are stored.
        for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener());
      }
      return { kind: 'appended', events: stored, revision: texts.length };
    },

    async readStream(stream, range, options) {
      assertReady(options);
      const { from, to, limit } = streamBounds(range);
      const texts = streams.get(streamName(stream)) ?? [];
      return texts.slice(from - 1, Math.min(to, from - 1 + limit)).map(storedEvent);
    },

    async readAll(range, options) {
      assertReady(options);
      return pageOf(range).map(({ position, text }) => ({ position, event: storedEvent(text) }));
    },

    async readTexts(range, options) {
      assertReady(options);
      return pageOf(range);
    },

    onAppend(look) {
      assertReady();
      const listener = () => look();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },

    async close() {
      closed = true;
      listeners.clear();
    },
  };
}
