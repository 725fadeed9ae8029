import { StoreError, type StoreErrorCode } from '../../domain/store/errors.ts';

// Primary result codes, https://www.sqlite.org/rescode.html; the driver's `errcode` carries more in its upper bits.
const BUSY = 5;
const NOT_A_DATABASE = 26;
const UNIQUE = 2067;

const CODES: Readonly<Record<number, StoreErrorCode>> = {
  3: 'store-unwritable', // no permission
  [BUSY]: 'store-busy',
  6: 'store-busy', // a table is locked within the process
  7: 'store-unwritable', // out of memory
  8: 'store-unwritable', // read-only
  10: 'store-unwritable', // input/output error
  13: 'store-unwritable', // disk full
  14: 'store-unwritable', // cannot be opened
  15: 'store-busy', // the race for the log was lost too often
  [NOT_A_DATABASE]: 'store-not-ours',
};

// Input/output errors that speak of what is in the file, not of where it lies.
const DAMAGE: readonly number[] = [522 /* short read */, 8458 /* corrupt file system */, 8202 /* checksum */];

interface DriverError extends Error {
  readonly errcode: number;
}

/** The driver's own complaint of a number that JavaScript cannot hold; this library never stores one. */
const isBeyondNumbers = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_OUT_OF_RANGE';

const isDriverError = (thrown: unknown): thrown is DriverError =>
  thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number';

/** Whether another connection was in the way, so that the same may succeed a little later. */
export const isBusy = (thrown: unknown): boolean =>
  isDriverError(thrown) && CODES[thrown.errcode & 0xff] === 'store-busy';

/** Whether an insert met a row with the same value in this column. */
export const isTaken = (thrown: unknown, column: string): boolean =>
  isDriverError(thrown) && thrown.errcode === UNIQUE && thrown.message.endsWith(column);

/**
 * Says in the port's words what the driver threw. Whatever SQLite has no better name for (a missing table, a broken
 * page) means that the file is not as this library left it.
 *
 * @returns what was thrown, where it is not the driver's
 */
export function faultOf(thrown: unknown, path: string): unknown {
  if (isBeyondNumbers(thrown)) return new StoreError('store-damaged', `${path}: ${thrown}`, { cause: thrown });
  if (!isDriverError(thrown)) return thrown;
  const code = DAMAGE.includes(thrown.errcode) ? 'store-damaged' : (CODES[thrown.errcode & 0xff] ?? 'store-damaged');
  return new StoreError(code, `${path}: ${thrown.message}`, { cause: thrown });
}

/** Does some work on the file; a fault of the driver is thrown in the port's words. */
export function onFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw faultOf(thrown, path);
  }
}
