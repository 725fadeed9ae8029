import { isStoreError, type StoreErrorCode } from '../../domain/store/errors.ts';
import type { EventStore, Position, PositionedEvent } from '../../domain/store/port.ts';
import type { SubscriptionBatch, SubscriptionOptions } from '../../domain/store/subscription.ts';
import { backOff } from './backOff.ts';
import { newBell } from './bell.ts';
import { type HealthWatch, healthWatch } from './health.ts';
import { patiently, pause } from './patience.ts';

/** Faults that may be over when the same is tried again. */
const PASSING: readonly StoreErrorCode[] = ['store-busy', 'store-unreachable'];

/**
 * Follows a store by its `readAll` and its `onAppend`. It listens before it reads, so that nothing comes unnoticed
 * between a look and the next; a page is read when it is asked for, and not before.
 *
 * Only a page with nothing in it says that all was read: a store may give less than it is asked for.
 */
export async function* followed(
  store: EventStore,
  options: SubscriptionOptions,
): AsyncGenerator<SubscriptionBatch, never> {
  const { after, signal } = options;
  const watch = healthWatch(options);
  const bell = newBell();
  let position: Position | null = after ?? null;
  /** Whether the last that was handed over said that it was all. */
  let isLive = false;
  let stop = () => {};
  try {
    signal?.throwIfAborted();
    stop = store.onAppend(() => bell.ring());
    for (;;) {
      bell.hush();
      const page = await pageAfter(store, position, options, watch);
      const last = page.at(-1);
      if (last === undefined && isLive && watch.failures === 0) {
        await bell.rung(signal);
        continue;
      }
      position = last?.position ?? position;
      isLive = last === undefined;
      watch.handsOver(position, isLive);
      yield { events: page, position, isLive };
      signal?.throwIfAborted();
    }
  } finally {
    stop();
    watch.ends();
  }
}

/** The next page, however often it has to be asked for. */
async function pageAfter(
  store: EventStore,
  after: Position | null,
  { limit = 1_000, signal }: SubscriptionOptions,
  watch: HealthWatch,
): Promise<readonly PositionedEvent[]> {
  for (;;) {
    try {
      const range = after === null ? { limit } : { after, limit };
      return await patiently(store.readAll(range, signal === undefined ? {} : { signal }), signal);
    } catch (thrown) {
      signal?.throwIfAborted();
      if (!isStoreError(thrown) || !PASSING.includes(thrown.code)) throw thrown;
      watch.fails(thrown);
      await pause(backOff(watch.failures), signal);
    }
  }
}
