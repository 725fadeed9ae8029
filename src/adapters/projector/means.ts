import type { EventStore } from '../../domain/store/port.ts';
import type { SubscriptionHealth } from '../../domain/store/subscription.ts';
import type { Views } from '../../domain/store/views.ts';

/** What views are made with. */
export interface Means {
  readonly store: EventStore;
  readonly views: Views;
  /** Most events that a subscription hands over at once. */
  readonly batch: number;
  /** Most characters of rows that stay in memory. */
  readonly cache: number;
  readonly onHealth: (model: string, health: SubscriptionHealth) => void;
}
