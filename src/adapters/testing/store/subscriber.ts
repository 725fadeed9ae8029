import type { EventStore, Position, PositionedEvent } from '../../../domain/store/port.ts';
import type { SubscriptionBatch } from '../../../domain/store/subscription.ts';
import { subscribe } from '../../subscription/subscribe.ts';

/** How long something is waited for, at most, in milliseconds; whoever hands over at all does so long before. */
const PATIENCE_MS = 3_000;

/** How long, once somebody was waited for in vain: the smaller cases that follow will not be better. */
const IMPATIENCE_MS = 200;

/** What is waited for, and for how long. */
export interface Patience {
  /** @throws {Error} where it does not come in time */
  with<T>(awaited: Promise<T>, what: string): Promise<T>;
}

/** Patience that is lost for good once it was in vain. */
export function newPatience(): Patience {
  let milliseconds = PATIENCE_MS;
  return {
    async with(awaited, what) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const inVain = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          milliseconds = IMPATIENCE_MS;
          reject(new Error(`${what} does not come`));
        }, milliseconds);
      });
      try {
        return await Promise.race([awaited, inVain]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Someone who follows the global order by a subscription. */
export interface Subscriber {
  readonly seen: readonly PositionedEvent[];
  /** Where to resume. */
  readonly position: Position | null;
  /**
   * Asks for the next batch.
   *
   * @throws {Error} where it is larger than asked for, has a position that was seen before, or is not where it says
   */
  next(): Promise<SubscriptionBatch>;
  /** Asks for batches until so many events were seen in all. */
  see(count: number): Promise<void>;
  /** Asks for batches until one says that all was read. */
  seeAll(): Promise<void>;
  /** Ends the subscription with this reason. */
  giveUp(reason: unknown): void;
}

/** How somebody subscribes. */
export interface Subscribing {
  readonly limit: number;
  /** Default: from the beginning. */
  readonly after?: Position;
  readonly patience: Patience;
}

/** Lets somebody follow the global order for some work, and ends the subscription whatever happens. */
export async function subscribing<T>(
  store: EventStore,
  how: Subscribing,
  work: (subscriber: Subscriber) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const { limit, after, patience } = how;
  const { signal } = ending;
  const options = after === undefined ? { limit, signal } : { after, limit, signal };
  const batches = subscribe(store, options)[Symbol.asyncIterator]();
  try {
    return await work(subscriberOf(batches, how, ending));
  } finally {
    ending.abort();
    // Nobody wants to know any more what it ends in.
    await patience.with(Promise.resolve(batches.return?.()), 'The end').catch(() => {});
  }
}

function subscriberOf(
  batches: AsyncIterator<SubscriptionBatch>,
  { limit, after, patience }: Subscribing,
  ending: AbortController,
): Subscriber {
  const seen: PositionedEvent[] = [];
  const positions = new Set<Position>();
  let position: Position | null = after ?? null;

  const next = async (): Promise<SubscriptionBatch> => {
    const { done, value } = await patience.with(batches.next(), 'The next batch');
    if (done === true) throw new Error('The subscription ends by itself');
    const { events, position: reached } = value;
    if (events.length > limit) throw new Error(`A batch of ${limit} has ${events.length} events`);
    for (const one of events) {
      if (positions.has(one.position)) throw new Error(`The position ${one.position} is handed over twice`);
      positions.add(one.position);
      seen.push(one);
    }
    position = reached;
    return value;
  };

  return {
    seen,
    get position() {
      return position;
    },
    next,
    async see(count) {
      while (seen.length < count) await next();
    },
    async seeAll() {
      while (!(await next()).isLive);
    },
    giveUp: (reason) => ending.abort(reason),
  };
}
