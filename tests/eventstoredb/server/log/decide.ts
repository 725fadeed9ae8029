import type { RecentIds } from './recent.ts';
import { NONE, TOMBSTONE } from './record.ts';
import type { StreamState } from './stream.ts';

/** Where a writer believes a stream to stand: a revision, or one of the words of the protocol. */
export type Expected = number | 'any' | 'no_stream' | 'stream_exists';

/** What a server makes of a write. */
export type Decision =
  | { readonly kind: 'write' }
  /** It stands already, up to this revision: said to be written, and not written again. */
  | { readonly kind: 'idempotent'; readonly last: number }
  | { readonly kind: 'conflict'; readonly current: number }
  | { readonly kind: 'deleted' };

const WRITE: Decision = { kind: 'write' };

/** Decides a write, asking in the order in which a server does. */
export function decide(
  stream: string,
  state: StreamState,
  recent: RecentIds,
  expected: Expected,
  ids: readonly string[],
): Decision {
  const conflict: Decision = { kind: 'conflict', current: state.last };
  if (state.last === TOMBSTONE) return { kind: 'deleted' };
  if (expected === 'stream_exists') {
    if (state.isSoftDeleted) return { kind: 'deleted' };
    if (state.last === NONE && !state.hasMetadata) return conflict;
  }
  if (expected === 'any' || expected === 'stream_exists') return weakly(stream, recent, ids) ?? conflict;
  const believed = expected === 'no_stream' ? NONE : expected;
  return believed === state.last ? WRITE : strongly(state, believed, ids);
}

/** Without a place to compare, all there is to know a repeated write by is memory; where it lies is not looked at. */
function weakly(stream: string, recent: RecentIds, ids: readonly string[]): Decision | null {
  let last: number | null = null;
  for (const id of ids) {
    const found = recent.find(id);
    if (found?.stream !== stream) return last === null ? WRITE : null;
    last = found.revision;
  }
  return last === null ? WRITE : { kind: 'idempotent', last };
}

/** At a place where the stream does not end: these very events stand after it, or it is a conflict. Survives restarts. */
function strongly(state: StreamState, believed: number, ids: readonly string[]): Decision {
  const conflict: Decision = { kind: 'conflict', current: state.last };
  const differs = ids.findIndex((id, index) => state.idAt(believed + 1 + index) !== id);
  if (differs === 0 && believed === NONE && state.isSoftDeleted) return WRITE;
  return differs !== -1 || ids.length === 0 ? conflict : { kind: 'idempotent', last: believed + ids.length };
}
