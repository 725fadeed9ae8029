import type { Position } from '../../domain/store/port.ts';
import type { SubscriptionHealth, SubscriptionOptions } from '../../domain/store/subscription.ts';

/** What is known of how a subscription is, and who wants to know. */
export interface HealthWatch {
  /** Failures since something was last handed over. */
  readonly failures: number;
  handsOver(position: Position | null, isLive: boolean): void;
  fails(error: unknown): void;
  ends(): void;
}

/** Keeps a subscription's health, and tells each change of it. @param after where the subscription begins */
export function healthWatch({ after, onHealth }: SubscriptionOptions): HealthWatch {
  let health: SubscriptionHealth = { state: 'catching-up', position: after ?? null, failures: 0, lastError: null };
  const change = (changed: SubscriptionHealth) => {
    health = changed;
    onHealth?.(health);
  };
  return {
    get failures() {
      return health.failures;
    },
    handsOver: (position, isLive) =>
      change({ state: isLive ? 'live' : 'catching-up', position, failures: 0, lastError: null }),
    fails: (lastError) => change({ ...health, state: 'waiting', failures: health.failures + 1, lastError }),
    ends: () => change({ ...health, state: 'ended' }),
  };
}
