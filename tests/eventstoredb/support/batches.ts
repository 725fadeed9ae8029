import type { SubscriptionBatch } from '../../../src/domain/store/subscription.ts';

/** What a reader of a subscription got so far. */
export interface Read {
  readonly batches: readonly SubscriptionBatch[];
  readonly ids: readonly string[];
}

/** Reads a subscription until something holds of what was read, and leaves it then. */
export async function readUntil(
  subscription: AsyncIterable<SubscriptionBatch>,
  holds: (read: Read) => boolean,
): Promise<Read> {
  const batches: SubscriptionBatch[] = [];
  const ids: string[] = [];
  for await (const batch of subscription) {
    batches.push(batch);
    ids.push(...batch.events.map(({ event }) => event.id));
    if (holds({ batches, ids })) break;
  }
  return { batches, ids };
}

/** Whether the last batch said that all was read. */
export const isLive = ({ batches }: Read): boolean => batches.at(-1)?.isLive === true;
