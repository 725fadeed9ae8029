import type { Log } from './log.ts';
import { type LogRecord, NONE, TOMBSTONE } from './record.ts';

/** What a write to a stream, or a reading of it, depends on. */
export interface StreamState {
  /** The revision of its last event, `NONE` where it has none, `TOMBSTONE` where it is gone for good. */
  readonly last: number;
  /** Whether it was deleted in such a way that writing brings it back. */
  readonly isSoftDeleted: boolean;
  /** Whether it has metadata, which makes it exist for a writer who says that it does. */
  readonly hasMetadata: boolean;
  /** The first revision that readers see. */
  readonly from: number;
  /** The id of the event at a revision, whether or not readers see it. */
  idAt(revision: number): string | undefined;
}

/** The stream in which the metadata of a stream stands. */
export const metastreamOf = (stream: string): string => `$$${stream}`;

/** Whose metadata stands in a stream; `null` for a stream of events. */
export const originalOf = (stream: string): string | null => (stream.startsWith('$$') ? stream.slice(2) : null);

/** How a stream stands at a time, in milliseconds since 1970. */
export function stateOf(log: Log, stream: string, now: number): StreamState {
  const records = log.of(stream);
  const last = records.at(-1)?.revision ?? NONE;
  const metadata = metadataOf(log, stream);
  const before = metadata.$tb ?? 0;
  const isSoftDeleted = last !== TOMBSTONE && before >= TOMBSTONE;
  return {
    last,
    isSoftDeleted,
    hasMetadata: log.of(metastreamOf(stream)).length > 0,
    from: Math.max(before, metadata.$maxCount === undefined ? 0 : last - metadata.$maxCount + 1, young(records)),
    idAt: (revision) => records[revision]?.id,
  };

  function young(events: readonly LogRecord[]): number {
    if (metadata.$maxAge === undefined) return 0;
    const since = now - metadata.$maxAge * 1_000;
    return events.find(({ created }) => created >= since)?.revision ?? last + 1;
  }
}

/** The text of a stream's metadata; `null` where it has none. */
export const rawMetadataOf = (log: Log, stream: string): string | null => {
  const record = log.of(metastreamOf(stream)).at(-1);
  return record === undefined ? null : Buffer.from(record.data).toString('utf8');
};

interface StreamMetadata {
  readonly $tb?: number;
  readonly $maxCount?: number;
  readonly $maxAge?: number;
}

function metadataOf(log: Log, stream: string): StreamMetadata {
  // Of metadata, only the last is ever shown.
  if (originalOf(stream) !== null) return { $maxCount: 1 };
  try {
    return JSON.parse(rawMetadataOf(log, stream) ?? '{}');
  } catch {
    return {};
  }
}
