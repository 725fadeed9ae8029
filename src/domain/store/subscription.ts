import type { Position, PositionedEvent } from './port.ts';

/** How a subscription is to run. */
export interface SubscriptionOptions {
  /** What follows this position. Default: from the beginning. */
  readonly after?: Position;
  /** Most events of one batch, from 1 to 10,000. Default 1,000. */
  readonly limit?: number;
  /** Ends the subscription: whoever waits for a batch is thrown the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called whenever the subscription's health changes. What it throws ends the subscription. */
  readonly onHealth?: (health: SubscriptionHealth) => void;
}

/**
 * What a subscription hands over next, in the global order. The next batch is read when it is asked for: a slow reader
 * holds up nobody, and keeps nothing in memory but a batch or two.
 */
export interface SubscriptionBatch {
  /** Empty where only the position moved on, and where all is read. */
  readonly events: readonly PositionedEvent[];
  /** Where to resume once this batch has been dealt with; `null` in a record in which nothing is stored. */
  readonly position: Position | null;
  /** Whether this was all that was stored when it was read. It may be so several times. */
  readonly isLive: boolean;
}

/** How a subscription is. */
export interface SubscriptionHealth {
  /** `waiting`: the connection was lost, and is tried again after a pause. */
  readonly state: 'catching-up' | 'live' | 'waiting' | 'ended';
  /** The last position that was handed over. */
  readonly position: Position | null;
  /** Failures since something was last handed over. */
  readonly failures: number;
  /** What went wrong last; `null` where nothing did since something was last handed over. */
  readonly lastError: unknown;
}
