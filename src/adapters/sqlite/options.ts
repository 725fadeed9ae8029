import { StoreError } from '../../domain/store/errors.ts';

/** How a SQLite store treats the disk, its neighbours and its listeners. */
export interface SqliteStoreOptions {
  /**
   * `'full'`: an acknowledged append survives the loss of power. `'normal'`: several times faster; it survives the
   * death of the process, but the loss of power may take the last ones. Default `'full'`: this is a legal record.
   */
  readonly synchronous?: 'full' | 'normal';
  /** How long a call waits while another process writes; milliseconds from 0. Default 5,000. */
  readonly busyTimeoutMs?: number;
  /** How often other processes' commits are looked for while someone listens; milliseconds from 1. Default 100. */
  readonly pollMs?: number;
}

const LONGEST_MS = 2_147_483_647;

/**
 * The options with their defaults.
 *
 * @throws StoreError `range-invalid`
 */
export function withDefaults(options: SqliteStoreOptions): Required<SqliteStoreOptions> {
  const { synchronous = 'full', busyTimeoutMs = 5_000, pollMs = 100 } = options;
  if (synchronous !== 'full' && synchronous !== 'normal') throw refusal('synchronous', synchronous);
  if (!isDuration(busyTimeoutMs, 0)) throw refusal('busyTimeoutMs', busyTimeoutMs);
  if (!isDuration(pollMs, 1)) throw refusal('pollMs', pollMs);
  return { synchronous, busyTimeoutMs, pollMs };
}

const isDuration = (value: number, least: number): boolean =>
  Number.isInteger(value) && value >= least && value <= LONGEST_MS;

const refusal = (option: string, value: unknown): StoreError =>
  new StoreError('range-invalid', `Option ${option} of the store: ${String(value)}`);
