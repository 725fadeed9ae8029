import type { StreamingRead } from '@eventstore/db-client';
import type { Attempt } from './attempts.ts';
import { onAbort, TimedOut } from './waiting.ts';

/**
 * Everything that a read brings; the read is over afterwards, whatever happens.
 *
 * The client ends a read that was cancelled as if it were complete, and would wait for one that brings nothing for
 * ever: neither is left to it.
 *
 * @throws TimedOut where nothing comes for as long as the attempt may take; the reason of a signal; what the client says
 */
export async function drained<Found>(
  read: StreamingRead<Found>,
  { ms, signals }: Pick<Attempt, 'ms' | 'signals'>,
): Promise<readonly Found[]> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const found: Found[] = [];
  let isOver = false;
  const timer = setTimeout(() => reject(new TimedOut('A read', ms)), ms);
  // Never removed: an error that nobody listens to ends the process.
  read.on('error', (error) => {
    isOver = true;
    reject(error);
  });
  read.on('end', () => {
    isOver = true;
    resolve();
  });
  read.on('data', (one: Found) => {
    found.push(one);
    timer.refresh();
  });
  const stop = onAbort(signals, reject);
  try {
    await promise;
    return found;
  } finally {
    clearTimeout(timer);
    stop();
    if (!isOver) void cancelled(read);
  }
}

/** Not waited for: where the client still looks for a node, this takes as long as that does. */
async function cancelled(read: { readonly cancel: () => Promise<void> }): Promise<void> {
  try {
    await read.cancel();
  } catch {
    // It never began.
  }
}
