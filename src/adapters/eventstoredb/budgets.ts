import { StoreError } from '../../domain/store/errors.ts';

/** How long things may take; milliseconds, each from 1 to 2,147,483,647. */
export interface Budgets {
  /** One attempt of a call; also how long a read may pause between two events, and a subscription be unconfirmed. Default 3,000. */
  readonly attemptMs: number;
  /** A whole call with all its attempts and the pauses between them. Default 30,000. */
  readonly totalMs: number;
  /** How long a live subscription may be silent before the record is looked at, in case it missed something. Default 30,000. */
  readonly idleMs: number;
  /** The pause after the first failure, at most: it doubles with each, and how much of it is kept is drawn. Default 50. */
  readonly pauseMs: number;
  /** The longest of these pauses. Default 5,000. */
  readonly longestPauseMs: number;
}

const DEFAULTS: Budgets = {
  attemptMs: 3_000,
  totalMs: 30_000,
  idleMs: 30_000,
  pauseMs: 50,
  longestPauseMs: 5_000,
};

const LONGEST_MS = 2_147_483_647;

/**
 * The budgets with their defaults.
 *
 * @throws StoreError `range-invalid`
 */
export function budgetsOf(given: Partial<Budgets> = {}): Budgets {
  const budgets = { ...DEFAULTS, ...given };
  for (const [name, ms] of Object.entries(budgets)) {
    if (Object.hasOwn(DEFAULTS, name) && Number.isInteger(ms) && ms >= 1 && ms <= LONGEST_MS) continue;
    throw new StoreError('range-invalid', `Budget ${name} of the store: ${String(ms)}`);
  }
  return budgets;
}
