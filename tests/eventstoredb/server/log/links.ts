import type { Log } from './log.ts';
import type { LogRecord } from './record.ts';
import { stateOf } from './stream.ts';

/** An event as a reader gets it: for a link that was followed, what it points to, which may be gone. */
export interface Resolved {
  readonly event: LogRecord | null;
  readonly link: LogRecord | null;
}

/** Follows a link (`revision@stream`) where links are to be followed. */
export function resolve(log: Log, record: LogRecord, follows: boolean, now: number): Resolved {
  if (!follows || record.type !== '$>') return { event: record, link: null };
  const [revision = '', ...name] = Buffer.from(record.data).toString('utf8').split('@');
  const stream = name.join('@');
  const event = log.of(stream)[Number(revision)];
  const isShown = event !== undefined && event.revision >= stateOf(log, stream, now).from;
  return { event: isShown ? event : null, link: record };
}
