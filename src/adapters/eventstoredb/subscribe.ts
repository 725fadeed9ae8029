import type { PositionedEvent } from '../../domain/store/port.ts';
import { pageLimit } from '../../domain/store/ranges.ts';
import type { SubscriptionBatch, SubscriptionOptions } from '../../domain/store/subscription.ts';
import { healthWatch } from '../subscription/health.ts';
import { overloaded } from './attempts.ts';
import { follow } from './follow.ts';
import { markOf, positionAt, positionOf } from './positions.ts';
import type { LogRecord } from './record.ts';
import type { Server } from './server.ts';
import { eventOf } from './stored.ts';

/**
 * Follows the record by a subscription of the server, which is taken up again whatever ends it.
 *
 * @throws StoreError `range-invalid`; from the iterator too, where no event of this record stands at the position, and
 * the signal's reason, `store-closed`, `store-denied`, `store-damaged`, `store-overloaded`
 */
export function subscription(server: Server, options: SubscriptionOptions = {}): AsyncIterable<SubscriptionBatch> {
  const { after, signal: own } = options;
  const limit = pageLimit(options.limit);
  const from = after === undefined ? 'start' : { mark: markOf(after) };
  const signal = own === undefined ? server.closed : AbortSignal.any([own, server.closed]);

  async function* batches(): AsyncGenerator<SubscriptionBatch, never> {
    const watch = healthWatch(options);
    let give = () => {};
    try {
      give = await slotOf(server, signal);
      for await (const step of follow(server, { from, limit, signal })) {
        if (step.kind === 'lost') watch.fails(step.error);
        if (step.kind !== 'batch') continue;
        const { mark, isLive } = step;
        const events = step.records.map((record) => positioned(record, server));
        const position = mark === null ? null : positionAt(mark);
        watch.handsOver(position, isLive);
        yield { events, position, isLive };
        signal.throwIfAborted();
      }
      throw signal.reason;
    } finally {
      give();
      watch.ends();
    }
  }
  return { [Symbol.asyncIterator]: batches };
}

/** An event of the log, as this library knows it. */
export const positioned = (record: LogRecord, { prefix }: Server): PositionedEvent => ({
  position: positionOf(record.position),
  event: eventOf(record, prefix),
});

/** A subscription is a call as long as it runs. */
async function slotOf(server: Server, signal: AbortSignal): Promise<() => void> {
  const give = await server.slots.take(server.budgets.totalMs, [signal]);
  if (give === null) throw overloaded(server, 'a subscription');
  return give;
}
