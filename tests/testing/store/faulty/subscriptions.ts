import { subscribe } from '../../../../src/adapters/subscription/subscribe.ts';
import type { EventStore, PositionedEvent } from '../../../../src/domain/store/port.ts';
import type { SubscriptionBatch, SubscriptionOptions } from '../../../../src/domain/store/subscription.ts';
import { type Fault, fault } from './fault.ts';

/** The same store, whose subscription is its own. @param sound subscribes as it has to be */
const subscribed = (
  name: string,
  own: (
    options: SubscriptionOptions,
    sound: (options: SubscriptionOptions) => AsyncIterable<SubscriptionBatch>,
    store: EventStore,
  ) => AsyncIterable<SubscriptionBatch>,
): Fault =>
  fault(name, (store) => ({
    ...store,
    subscribe: (options = {}) => own(options, (given) => subscribe(store, given), store),
  }));

/** A sound subscription of which each batch is changed. */
const changed = (name: string, change: (batch: SubscriptionBatch) => SubscriptionBatch): Fault =>
  subscribed(name, async function* (options, sound) {
    for await (const batch of sound(options)) yield change(batch);
  });

/** What is wrong with a subscription that a store has of its own. */
export const SUBSCRIPTIONS: readonly Fault[] = [
  subscribed('follows from the beginning, wherever it was to resume', ({ after, ...options }, sound) => sound(options)),
  subscribed('hands over the last event again where it resumes', async function* (options, sound, store) {
    const all = await store.readAll();
    const last = all.filter(({ position }) => position === options.after);
    if (last.length > 0) yield { events: last, position: options.after ?? null, isLive: false };
    yield* sound(options);
  }),
  subscribed('hands over all that is stored at once, whatever a batch may have', (options, sound) =>
    sound({ ...options, limit: 1_000 }),
  ),
  subscribed('loses what was stored while it caught up', async function* (options, sound, store) {
    for await (const batch of sound(options)) {
      if (!batch.isLive) {
        yield batch;
        continue;
      }
      yield batch;
      const last = (await store.readAll({ limit: 10_000 })).at(-1)?.position;
      yield* sound(last === undefined ? options : { ...options, after: last });
    }
  }),
  subscribed('keeps fifty events for a slow reader, and drops the others', async function* (options, _, store) {
    const kept: PositionedEvent[] = [];
    const { signal, limit = 1_000 } = options;
    let position = options.after ?? null;
    let wake = () => {};
    const look = async () => {
      const page = await store.readAll(position === null ? { limit: 200 } : { after: position, limit: 200 });
      position = page.at(-1)?.position ?? position;
      kept.push(...page);
      kept.splice(50);
      wake();
    };
    const stop = store.onAppend(() => void look());
    try {
      await look();
      for (let seen = options.after ?? null; ; ) {
        signal?.throwIfAborted();
        const events = kept.splice(0, limit);
        seen = events.at(-1)?.position ?? seen;
        yield { events, position: seen, isLive: events.length === 0 };
        signal?.throwIfAborted();
        if (events.length > 0 || kept.length > 0) continue;
        await new Promise<void>((resolve, reject) => {
          wake = resolve;
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      }
    } finally {
      stop();
    }
  }),
  changed('says that it is live as long as there is something to hand over', (batch) => ({ ...batch, isLive: true })),
  changed('never says that it is live', (batch) => ({ ...batch, isLive: false })),
  changed('says to resume one event too late', ({ events, position, isLive }) => ({
    events: events.slice(0, Math.max(1, events.length - 1)),
    position,
    isLive,
  })),
  subscribed('ends in silence where it is given up', async function* (options, sound) {
    try {
      yield* sound(options);
    } catch (thrown) {
      if (thrown !== options.signal?.reason) throw thrown;
    }
  }),
  subscribed('throws a fault of its own where it is given up', async function* (options, sound) {
    try {
      yield* sound(options);
    } catch (cause) {
      throw new Error('The subscription was cancelled', { cause });
    }
  }),
  subscribed('does not hear that it is given up while it waits', async function* ({ signal, ...options }, sound) {
    for await (const batch of sound(options)) {
      signal?.throwIfAborted();
      yield batch;
      signal?.throwIfAborted();
    }
  }),
];
