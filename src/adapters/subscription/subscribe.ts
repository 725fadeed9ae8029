import type { EventStore } from '../../domain/store/port.ts';
import type { SubscriptionBatch, SubscriptionOptions } from '../../domain/store/subscription.ts';
import { followed } from './followed.ts';

/**
 * Follows the global order of any store from a position: first what is stored, then what comes; by the store's own
 * `subscribe` where it has one. Every event is handed over once, in the global order. Whoever stops and goes on from the
 * position of the last batch that was dealt with misses nothing.
 *
 * Nothing is read before it is asked for, and the process stays while somebody waits for a batch. A store that is busy
 * or cannot be reached is tried again, with longer and longer pauses; every other fault ends the subscription.
 *
 * @example
 * ```ts
 * for await (const { events, position } of subscribe(store, { signal })) await takeIn(events, position);
 * ```
 *
 * @throws the signal's reason; what the store throws, such as `range-invalid` for a position that is not of this store
 */
export const subscribe = (store: EventStore, options: SubscriptionOptions = {}): AsyncIterable<SubscriptionBatch> =>
  store.subscribe === undefined ? followed(store, options) : store.subscribe(options);
