import { randomUUID } from 'node:crypto';
import { type Decision, decide, type Expected } from './decide.ts';
import { jsonRecord, type Log } from './log.ts';
import type { RecentIds } from './recent.ts';
import { NONE, type Proposed, TOMBSTONE } from './record.ts';
import { metastreamOf, originalOf, rawMetadataOf, stateOf } from './stream.ts';

/** What a writer is told. */
export type Outcome =
  | {
      readonly kind: 'written';
      /** The stream's last revision; `NONE` where nothing was to be written and nothing stands in it. */
      readonly last: number;
      /** Where the last of the events stands; `null` where no event is there to be read. */
      readonly position: number | null;
    }
  | Exclude<Decision, { kind: 'write' | 'idempotent' }>;

/** Where a node writes, and what it remembers. */
export interface Writer {
  readonly log: Log;
  readonly recent: RecentIds;
  readonly now: () => number;
}

/** Appends events, all or none. */
export function append(writer: Writer, stream: string, expected: Expected, events: readonly Proposed[]): Outcome {
  const { log, recent, now } = writer;
  const ids = events.map(({ id }) => id);
  const state = stateOf(log, stream, now());
  const decision = decide(stream, state, recent, expected, ids);
  if (decision.kind === 'idempotent') return alreadyWritten(writer, stream, decision.last);
  if (decision.kind !== 'write') return decision;
  if (events.length === 0) return { kind: 'written', last: state.last, position: null };

  const original = originalOf(stream);
  const revives = original !== null && stateOf(log, original, now()).isSoftDeleted;
  store(writer, stream, state.last + 1, events);
  const position = log.all.at(-1)?.position ?? null;
  if (state.isSoftDeleted) showFrom(writer, stream, state.last + 1);
  if (revives) showFrom(writer, original, stateOf(log, original, now()).last + 1);
  return { kind: 'written', last: state.last + events.length, position };
}

/** Deletes a stream so that writing brings it back (soft), or for good (with a tombstone). */
export function remove(writer: Writer, stream: string, expected: Expected, how: 'soft' | 'tombstone'): Outcome {
  const state = stateOf(writer.log, stream, writer.now());
  const decision = decide(stream, state, writer.recent, expected, [randomUUID()]);
  if (decision.kind === 'conflict' || decision.kind === 'deleted') return decision;
  if (how === 'tombstone') store(writer, stream, TOMBSTONE, [jsonRecord('$streamDeleted', '{}')]);
  else if (state.last === NONE && !state.hasMetadata) return { kind: 'conflict', current: NONE };
  else setMetadata(writer, stream, '{"$tb":9223372036854775807}');
  return { kind: 'written', last: state.last, position: writer.log.all.at(-1)?.position ?? null };
}

function store({ log, recent }: Writer, stream: string, revision: number, events: readonly Proposed[]): void {
  for (const [index, { id }] of events.entries()) recent.remember(id, { stream, revision: revision + index });
  log.store(stream, revision, events);
}

function alreadyWritten({ log, now }: Writer, stream: string, last: number): Outcome {
  const { from } = stateOf(log, stream, now());
  const position = last < from ? undefined : log.of(stream)[last]?.position;
  return { kind: 'written', last, position: position ?? null };
}

/** A stream that comes back goes on counting: what was deleted stays hidden before its new first event. */
function showFrom(writer: Writer, stream: string, revision: number): void {
  const raw = rawMetadataOf(writer.log, stream);
  // Where the metadata is no JSON object, a server leaves it as it is.
  if (raw?.startsWith('{')) setMetadata(writer, stream, JSON.stringify({ ...JSON.parse(raw), $tb: revision }));
}

function setMetadata(writer: Writer, stream: string, text: string): void {
  const metastream = metastreamOf(stream);
  store(writer, metastream, writer.log.of(metastream).length, [jsonRecord('$metadata', text)]);
}
