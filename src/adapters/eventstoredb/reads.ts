import { type Attempt, persistently } from './attempts.ts';
import { drained } from './drained.ts';
import { faultOf, isNoPlace } from './faults.ts';
import type { Place } from './positions.ts';
import type { LogRecord, ServerRecord } from './record.ts';
import type { Server } from './server.ts';
import type { Slots } from './slots.ts';

/** Who reads, and how long. */
export interface Reader {
  readonly signal: AbortSignal | undefined;
  /** In whose line the read stands; `null` where it is part of something that has a slot already. */
  readonly slots: Slots | null;
}

/** A part of a stream, as the server counts. */
export interface StreamPage {
  readonly fromRevision: bigint | 'end';
  readonly direction: 'forwards' | 'backwards';
  readonly maxCount: number;
}

/** What the server answers of a stream: `null` where there is no such stream. */
export async function streamPage(
  server: Server,
  stream: string,
  page: StreamPage,
  { signal, slots }: Reader,
): Promise<readonly ServerRecord[] | null> {
  const { value } = await persistently(server, {
    what: `reading ${stream}`,
    signal,
    slots,
    attempt: async (using) => {
      const read = using.client.readStream(server.prefix + stream, { ...page, requiresLeader: true });
      try {
        return (await drained(read, using)).flatMap(({ event }): readonly ServerRecord[] => (event ? [event] : []));
      } catch (thrown) {
        if (faultOf(thrown, server.name).kind === 'missing') return null;
        throw thrown;
      }
    },
  });
  return value;
}

/** A part of the log of all streams. */
export interface LogPage {
  /** Included where the read goes forwards, and not where it goes backwards. */
  readonly fromPosition: Place | 'start' | 'end';
  readonly direction: 'forwards' | 'backwards';
  readonly maxCount: number;
}

/** What the log has: also what is the server's own, or other people's; `null` where it has no such place. */
export async function logPage(
  server: Server,
  page: LogPage,
  { signal, slots }: Reader,
): Promise<readonly LogRecord[] | null> {
  let unspecific = 0;
  const { value } = await persistently(server, {
    what: 'reading the log',
    signal,
    slots,
    attempt: async (using) => {
      try {
        return await read(using, page);
      } catch (thrown) {
        const fault = faultOf(thrown, server.name);
        if (typeof page.fromPosition !== 'object' || !isNoPlace(fault)) throw thrown;
        // An old server says no more than that something is wrong: it is the place, if all else is right.
        if (fault.kind === 'passing' && ++unspecific < AGAIN) throw thrown;
        if (fault.kind === 'passing') await read(using, LAST);
        return null;
      }
    },
  });
  return value;
}

/** How often a place is asked for before it is doubted. */
const AGAIN = 3;

const LAST: LogPage = { fromPosition: 'end', direction: 'backwards', maxCount: 1 };

/** Links are not followed, so that there is an event in each. */
async function read(using: Attempt, page: LogPage): Promise<readonly LogRecord[]> {
  const found = await drained(using.client.readAll({ ...page, requiresLeader: true }), using);
  return found.flatMap(({ event }) => (event === undefined ? [] : [event]));
}
