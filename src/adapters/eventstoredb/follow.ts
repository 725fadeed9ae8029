import { backOff } from '../subscription/backOff.ts';
import type { Lease } from './connection.ts';
import { tell } from './diagnostics.ts';
import { faultOf, isNoPlace } from './faults.ts';
import { type Gathered, Inbox } from './inbox.ts';
import { lastPlace, recordsFrom, resumable } from './log.ts';
import { isAfter, type Mark, type Place } from './positions.ts';
import type { Reader } from './reads.ts';
import type { LogRecord } from './record.ts';
import type { Server } from './server.ts';
import { pause, TimedOut, throwIfAborted } from './waiting.ts';

/** What happens to a subscription that is looked after. */
export type Step =
  /** The server has taken it. */
  | { readonly kind: 'confirmed' }
  /** It was lost, and is taken up again after a pause. */
  | { readonly kind: 'lost'; readonly failures: number; readonly error: unknown }
  /** Something came, or all was read. */
  | ({ readonly kind: 'batch' } & Batch);

interface Batch {
  readonly records: readonly LogRecord[];
  /** Up to where; `null` where no event of this record was seen yet. */
  readonly mark: Mark | null;
  readonly isLive: boolean;
}

/** What is followed, and by whom. */
export interface Following {
  /** What follows a reader, or a place of the log; `'end'`: what comes from now on. */
  readonly from: { readonly mark: Mark } | { readonly place: Place } | 'start' | 'end';
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** How far a subscription is. */
interface Progress {
  mark: Mark | null;
  /** Where to go on where no event was seen yet. */
  resume: Place | null;
  failures: number;
}

/**
 * Follows the events of this record in the order of the log for ever: whatever ends it, it goes on from what was handed
 * over last.
 *
 * @throws the signal's reason; StoreError `range-invalid` where no event of this record stands where it is to go on,
 * `store-denied`
 */
export async function* follow(whole: Server, { from, limit, signal }: Following): AsyncGenerator<Step, never> {
  // What is read on the way is not tried for long: it is part of an attempt, and the next one is made here.
  const server = { ...whole, budgets: { ...whole.budgets, totalMs: 2 * whole.budgets.attemptMs } };
  const reader: Reader = { signal, slots: null };
  const progress: Progress = { mark: null, resume: null, failures: 0, ...begun(from) };
  let isToSkip = from === 'end';
  for (;;) {
    signal.throwIfAborted();
    const lease = await server.connection.lend();
    try {
      if (isToSkip) progress.resume = await lastPlace(server, reader);
      isToSkip = false;
      if (progress.mark !== null) progress.mark = await resumable(server, progress.mark, reader);
      yield* attended(server, lease, progress, { limit, signal });
    } catch (thrown) {
      signal.throwIfAborted();
      const fault = faultOf(thrown, server.name);
      if (fault.kind === 'final' && !isPassing(fault.error.code)) throw fault.error;
      if (isNoPlace(fault)) progress.mark = lookedLess(progress.mark);
      if (fault.kind === 'passing' && fault.isOfConnection) server.connection.replace(lease, fault.leader);
      progress.failures++;
      tell({ kind: 'resubscribe', failures: progress.failures, error: thrown });
      yield { kind: 'lost', failures: progress.failures, error: thrown };
    } finally {
      lease.give();
    }
    await pause(backOff(progress.failures, server.budgets), [signal]);
  }
}

const begun = (from: Following['from']): Partial<Progress> => {
  if (typeof from === 'string') return {};
  return 'mark' in from ? from : { resume: from.place };
};

/** What a call gives up for, and a subscription does not: a server comes back, a certificate is renewed. */
const isPassing = (code: string): boolean =>
  code === 'store-unreachable' || code === 'store-untrusted' || code === 'store-overloaded';

/** Where to go on where the server may not take the place up to which it said that it had looked. */
const lookedLess = (mark: Mark | null): Mark | null => mark && { event: mark.event, seen: mark.event };

/** One subscription of the client, until it breaks. */
async function* attended(
  server: Server,
  { client, retired }: Lease,
  progress: Progress,
  { limit, signal }: Pick<Following, 'limit' | 'signal'>,
): AsyncGenerator<Step, never> {
  const signals = [signal, retired] as const;
  const { attemptMs, idleMs } = server.budgets;
  throwIfAborted(signals);
  const inbox = new Inbox(
    (checkpointReached) =>
      client.subscribeToAll({
        fromPosition: progress.mark?.seen ?? progress.resume ?? 'start',
        filter: {
          filterOn: 'streamName',
          prefixes: [server.prefix],
          checkpointInterval: CHECKPOINT_INTERVAL,
          checkpointReached: (_, place) => checkpointReached(place),
        },
        requiresLeader: true,
      }),
    limit,
  );
  let isLive = false;
  /** Whether the last that was handed over said that it was all. */
  let isToldLive = false;
  try {
    await inbox.confirmed({ what: 'A subscription', ms: attemptMs, signals });
    yield { kind: 'confirmed' };
    for (;;) {
      const patience = isLive ? idleMs : Math.min(attemptMs, idleMs);
      const gathered = await inbox.gather(limit, isLive, patience, signals);
      const found = gathered ?? (await lookedAfter(server, inbox, progress, { limit, signals }));
      const { records } = found;
      isLive ||= found.isLive;
      const hasMoved = move(progress, found);
      if (records.length > 0 || (hasMoved && !isLive)) {
        progress.failures = 0;
        isToldLive = false;
        yield { kind: 'batch', records, mark: progress.mark, isLive: false };
      }
      // What came while that was dealt with comes first.
      if (!isLive || !inbox.isEmpty || (isToldLive && !hasMoved)) continue;
      progress.failures = 0;
      isToldLive = true;
      yield { kind: 'batch', records: [], mark: progress.mark, isLive: true };
    }
  } finally {
    inbox.close();
  }
}

/** How often the server says how far it is, in windows of 32 events that it looked at. */
const CHECKPOINT_INTERVAL = 8;

/**
 * Looks in the log, where a subscription was silent for long: old servers never say that all was brought, and a
 * subscription that is broken says nothing either.
 *
 * @throws TimedOut where there is more, and the subscription does not bring it
 */
async function lookedAfter(
  server: Server,
  inbox: Inbox,
  { mark, resume }: Progress,
  { limit, signals }: { readonly limit: number; readonly signals: readonly [AbortSignal, AbortSignal] },
): Promise<Gathered> {
  const more = await recordsFrom(
    server,
    { from: mark?.event ?? resume, limit: 1 },
    { signal: signals[0], slots: null },
  );
  if (more.length === 0) return { records: [], checkpoint: null, isLive: true };
  const { attemptMs } = server.budgets;
  const late = await inbox.gather(limit, false, attemptMs, signals);
  if (late === null) throw new TimedOut('A subscription that has more to bring', attemptMs);
  return late;
}

/** Notes how far a subscription is. @returns whether it went on without an event of this record */
function move(progress: Progress, { records, checkpoint }: Gathered): boolean {
  const last = records.at(-1)?.position;
  if (last !== undefined) progress.mark = { event: last, seen: last };
  if (checkpoint === null) return false;
  const { mark } = progress;
  if (mark === null) {
    if (progress.resume === null || isAfter(checkpoint, progress.resume)) progress.resume = checkpoint;
    return false;
  }
  if (!isAfter(checkpoint, mark.seen)) return false;
  progress.mark = { event: mark.event, seen: checkpoint };
  return true;
}
