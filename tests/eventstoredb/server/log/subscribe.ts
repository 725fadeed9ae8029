import { randomUUID } from 'node:crypto';
import { once } from './awake.ts';
import { type Filter, passes } from './filter.ts';
import type { Log } from './log.ts';
import { type From, firstIndex, indexOf, type Unreadable } from './read.ts';
import { type LogRecord, TOMBSTONE } from './record.ts';
import { stateOf } from './stream.ts';

/** What a server sends to a subscriber. */
export type Message =
  | { readonly kind: 'confirmation'; readonly id: string }
  | { readonly kind: 'event'; readonly record: LogRecord }
  /** How far the server has looked, where it filters. */
  | { readonly kind: 'checkpoint'; readonly position: number }
  | { readonly kind: 'caught-up' }
  /** The end, and why. */
  | { readonly kind: 'dropped'; readonly why: Exclude<Unreadable, 'not-found'> | 'too-slow' };

/** What is subscribed to. */
export interface Subscription {
  /** `null`: everything. */
  readonly stream: string | null;
  /** What follows this; `end`: only what is yet to come. */
  readonly from: From;
  readonly filter: Filter | null;
}

/**
 * How servers behaved over the years. `24` says that a subscriber caught up whenever it did, also of a stream that is
 * not there. `23.10` says so once, after the first event, and drops who falls behind later. `23.6` never says so.
 */
export type Generation = '24' | '23.10' | '23.6';

/** How many events a live subscriber may be behind. */
const BUFFER = 32;

/** Everything that is sent to a subscriber, produced as it is taken; ends only where the server drops it. */
export async function* subscribe(
  log: Log,
  { stream, from, filter }: Subscription,
  { generation, now, signal }: { generation: Generation; now: () => number; signal: AbortSignal },
): AsyncGenerator<Message, void> {
  yield { kind: 'confirmation', id: randomUUID() };
  const records = stream === null ? log.all : log.of(stream);
  const start = stream === null ? afterPosition(log, from) : afterRevision(records, from);
  if (start === null) return yield { kind: 'dropped', why: 'invalid-position' };

  let at = start;
  let considered = 0;
  let sent = 0;
  let isLive = false;
  const saysSo = () => (generation === '24' || (generation === '23.10' && sent > 0)) && !isLive;

  while (!signal.aborted) {
    if (isGone()) return yield { kind: 'dropped', why: 'deleted' };
    if (isLive && records.length - at > BUFFER) {
      if (generation !== '24') return yield { kind: 'dropped', why: 'too-slow' };
      isLive = false;
    }
    const record = records[at];
    if (record === undefined) {
      if (saysSo()) {
        const last = records[at - 1];
        if (generation === '24' && filter !== null && last !== undefined) {
          yield { kind: 'checkpoint', position: last.position };
          considered = 0;
        }
        yield { kind: 'caught-up' };
        isLive = true;
      } else {
        isLive ||= generation === '23.6';
        await once(log.listen, () => records.length > at, signal);
      }
      continue;
    }
    at++;
    considered++;
    if (filter === null ? isShown(record) : passes(filter, record)) {
      sent++;
      yield { kind: 'event', record };
    }
    if (filter !== null && considered >= filter.checkpointEvery) {
      considered = 0;
      yield { kind: 'checkpoint', position: record.position };
    }
  }

  function isGone(): boolean {
    return stream !== null && records.at(-1)?.revision === TOMBSTONE;
  }

  function isShown({ revision }: LogRecord): boolean {
    return stream === null || revision >= stateOf(log, stream, now()).from;
  }
}

function afterPosition(log: Log, from: From): number | null {
  if (from === 'start') return 0;
  if (from === 'end') return log.all.length;
  const at = indexOf(log, from);
  return at === null || log.all[at]?.position !== from ? at : at + 1;
}

function afterRevision(records: readonly LogRecord[], from: From): number {
  if (from === 'start') return 0;
  return from === 'end' ? records.length : firstIndex(records, ({ revision }) => revision > from);
}
