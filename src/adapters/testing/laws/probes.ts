import { EVENT_TYPES, type Fact } from '../../../domain/events/catalogue.ts';
import type { SessionState } from '../../../domain/state/session.ts';
import { nth } from '../histories/choice.ts';
import { forged } from '../histories/forgeries.ts';

/** Counted up by primes, so that any few of them in a row are of many kinds. */
const STRIDE = { type: 17, anchor: 5, how: 13 } as const;

/**
 * A fact that somebody might have forged to come next: of another type for each number, legal or not, at an instant
 * that rules look at or just beside it.
 */
export const probe = (state: SessionState, n: number): Fact =>
  forged(
    {
      type: nth(EVENT_TYPES, n * STRIDE.type),
      candidate: n % 11 === 10 ? 9999 : 1 + (n % 4),
      anchor: n * STRIDE.anchor,
      beside: nth([0, 0, 0, -1, 1, 600_000], n),
      recordedAfter: n % 9 === 8 ? -1 : 600_000,
      revision: n % 10 === 9 ? 0 : 1,
      how: n * STRIDE.how,
    },
    state,
  );
