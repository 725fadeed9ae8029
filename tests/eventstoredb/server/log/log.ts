import { randomUUID } from 'node:crypto';
import type { LogRecord, Proposed } from './record.ts';

/** What a server keeps: outlives the server that serves it, as files outlive a process. */
export interface Log {
  /** Every record, in the order of `$all`. */
  readonly all: readonly LogRecord[];
  /** The records of a stream: the same list for as long as the log is there, empty while nothing stands in it. */
  of(stream: string): readonly LogRecord[];
  /** Puts records at the end, all or none. */
  store(stream: string, revision: number, events: readonly Proposed[]): void;
  /** Calls back after every store, until the answer is called. */
  listen(look: () => void): () => void;
}

/** What makes a log. */
export interface LogOptions {
  /** The clock of `created`. Default: the system's. */
  readonly now?: () => number;
}

const HEADER = 71;

/** A log in which stands what a fresh database holds before anyone writes: no reader may count on being the first. */
export function newLog({ now = Date.now }: LogOptions = {}): Log {
  const all: LogRecord[] = [];
  const streams = new Map<string, LogRecord[]>();
  const listeners = new Set<() => void>();
  let end = 1_363;

  const of = (stream: string): LogRecord[] => {
    const known = streams.get(stream) ?? [];
    if (known.length === 0) streams.set(stream, known);
    return known;
  };

  const log: Log = {
    all,
    of,
    store(stream, revision, events) {
      for (const [index, event] of events.entries()) {
        const record = { ...event, stream, revision: revision + index, position: end, created: now() };
        all.push(record);
        of(stream).push(record);
        // Records are as long as what they hold, so positions follow no pattern a reader could lean on.
        end += HEADER + stream.length + event.type.length + event.data.length + event.metadata.length;
      }
      for (const look of listeners) look();
    },
    listen(look) {
      const listener = () => look();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  for (const [stream, type] of SYSTEM) log.store(stream, 0, [jsonRecord(type, '{}')]);
  return log;
}

const SYSTEM = [
  ['$$$user-admin', '$metadata'],
  ['$user-admin', '$UserCreated'],
  ['$users', '$User'],
] as const;

/** An event that the server itself writes. */
export const jsonRecord = (type: string, text: string): Proposed => ({
  id: randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from(text),
  metadata: new Uint8Array(),
});
