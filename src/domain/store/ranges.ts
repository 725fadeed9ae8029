import { StoreError } from './errors.ts';
import type { ExpectedRevision, GlobalRange, StreamRange } from './port.ts';
import { shown } from './shown.ts';

/** Most events that one read of the global order returns. */
export const PAGE_EVENTS = 10_000;

const DEFAULT_PAGE_EVENTS = 1_000;

/**
 * A stream's name as it was given.
 *
 * @throws StoreError `range-invalid` where it is no text that UTF-8 can carry
 */
export function streamName(stream: string): string {
  if (typeof stream !== 'string' || !stream.isWellFormed()) throw invalid('stream', stream);
  return stream;
}

/**
 * What the writer believes, as a number where it is one: `'none'` is 0.
 *
 * @throws StoreError `range-invalid` where it is no expected revision
 */
export function believedRevision(expected: ExpectedRevision): number | 'any' {
  if (expected === 'any') return expected;
  return expected === 'none' ? 0 : integer('expected revision', expected, 0);
}

/**
 * A range of a stream with its defaults. `to` may be 0, the revision of a stream that does not exist: nothing.
 *
 * @throws StoreError `range-invalid`
 */
export function streamBounds({ from = 1, to, limit }: StreamRange = {}): Required<StreamRange> {
  return {
    from: integer('from', from, 1),
    to: integer('to', to ?? Number.MAX_SAFE_INTEGER, 0),
    limit: integer('limit', limit ?? Number.MAX_SAFE_INTEGER, 1),
  };
}

/** A range of the global order, for stores that count their positions from 1: `after` is 0 for the beginning. */
export interface GlobalBounds {
  readonly after: number;
  readonly limit: number;
}

/**
 * A range of the global order with its defaults. That `after` was really handed out is left to the store.
 *
 * @throws StoreError `range-invalid`
 */
export function globalBounds({ after, limit: given }: GlobalRange = {}): GlobalBounds {
  const limit = pageLimit(given);
  if (after === undefined) return { after: 0, limit };
  if (typeof after !== 'string' || !/^[1-9][0-9]*$/.test(after)) throw invalid('position', after);
  return { after: integer('position', Number(after), 1), limit };
}

/**
 * Most events of one page of the global order, with its default.
 *
 * @throws StoreError `range-invalid`
 */
export function pageLimit(limit: number = DEFAULT_PAGE_EVENTS): number {
  if (integer('limit', limit, 1) > PAGE_EVENTS) throw invalid('limit', limit);
  return limit;
}

/** The fault of a position, name, number that no store can have handed out or can read. */
export const invalid = (what: string, value: unknown): StoreError =>
  new StoreError('range-invalid', `Not a ${what}: ${shown(value)}`);

function integer(what: string, value: number, least: number): number {
  if (!Number.isSafeInteger(value) || value < least) throw invalid(what, value);
  return value;
}
