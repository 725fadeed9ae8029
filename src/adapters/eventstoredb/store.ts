import { StoreError } from '../../domain/store/errors.ts';
import type { CallOptions, EventStore } from '../../domain/store/port.ts';
import { streamBounds, streamName } from '../../domain/store/ranges.ts';
import { appended } from './append.ts';
import { type Readiness, readiness } from './health.ts';
import { logRange, recordsAfter } from './log.ts';
import { type EventStoreDbOptions, withDefaults } from './options.ts';
import { positionOf } from './positions.ts';
import type { Reader } from './reads.ts';
import { assertOneCopy } from './sameCopy.ts';
import { serverOf } from './server.ts';
import { textOf } from './stored.ts';
import { eventsOf } from './streams.ts';
import { positioned, subscription } from './subscribe.ts';
import { listenersOn } from './watch.ts';

/** A record on an EventStoreDB server. */
export interface EventStoreDbStore extends Required<Omit<EventStore, 'erase'>> {
  /** Whether the store is open: calls are made, whatever becomes of them. */
  live(): boolean;
  /** Whether a call would be answered now, and if not, why. One attempt, within the budget of one. */
  ready(): Promise<Readiness>;
}

/** One store at a time may append in batches; see the option. */
let isBatching = false;

/**
 * Opens a record on an EventStoreDB server, or a cluster of them. Nothing is sent yet: a server that is away is no
 * fault before its budget is spent.
 *
 * The adapter has to do with the server what SQLite does with its file: it makes a call again where none can tell what
 * became of it, and tells an append that was carried out twice from a conflict. A call that is not answered in the end
 * says whether something may be stored (`outcome-unknown`) or not (`store-unreachable`).
 *
 * @throws StoreError `range-invalid` for an option; Error where another copy of the client's code is loaded
 */
export function openEventStoreDb(options: EventStoreDbOptions): EventStoreDbStore {
  assertOneCopy();
  const settled = withDefaults(options);
  const { batchAppend } = settled.settings;
  if (batchAppend && isBatching) {
    throw new StoreError('range-invalid', 'Option batchAppend of the store: another store of this process has it');
  }
  const closing = new AbortController();
  const server = serverOf(settled, closing.signal);
  isBatching ||= batchAppend;
  const listeners = listenersOn(server);
  let closed: Promise<void> | null = null;

  const readerOf = ({ signal }: CallOptions = {}): Reader => {
    signal?.throwIfAborted();
    closing.signal.throwIfAborted();
    return { signal, slots: server.slots };
  };

  return {
    async append(stream, expected, events, callOptions) {
      const { signal } = readerOf(callOptions);
      const { result, last } = await appended(server, { stream, expected, events }, signal);
      if (result.kind === 'appended' && result.events.length > 0) listeners.stored(last);
      return result;
    },

    async readStream(stream, range, callOptions) {
      const reader = readerOf(callOptions);
      return eventsOf(server, streamName(stream), streamBounds(range), reader);
    },

    async readAll(range, callOptions) {
      const reader = readerOf(callOptions);
      return (await recordsAfter(server, logRange(range), reader)).map((record) => positioned(record, server));
    },

    async readTexts(range, callOptions) {
      const reader = readerOf(callOptions);
      return (await recordsAfter(server, logRange(range), reader)).map((record) => ({
        position: positionOf(record.position),
        text: textOf(record, server.prefix),
      }));
    },

    onAppend(look) {
      readerOf();
      return listeners.add(look);
    },

    subscribe(subscriptionOptions) {
      readerOf();
      return subscription(server, subscriptionOptions);
    },

    live: () => !closing.signal.aborted,

    async ready() {
      readerOf();
      return readiness(server);
    },

    async close() {
      closed ??= (async () => {
        closing.abort(new StoreError('store-closed', `${server.name}: the store is closed`));
        listeners.clear();
        await server.connection.close();
        if (batchAppend) isBatching = false;
      })();
      await closed;
    },
  };
}
