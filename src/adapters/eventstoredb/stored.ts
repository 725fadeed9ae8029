import type { EventData } from '@eventstore/db-client';
import type { StoredEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { textOfStored } from '../../domain/store/json.ts';
import { isMetadata } from './metadata.ts';
import type { ServerRecord } from './record.ts';
import { serverId } from './serverId.ts';

/** An event in the place that it is to have, and the text that is stored of it there. */
export interface PlacedEvent {
  readonly event: StoredEvent;
  readonly text: string;
}

/** For bytes that the client would write just so, but on a longer way. */
const utf8 = new TextEncoder();

/**
 * An event as the server is to keep it.
 *
 * @throws StoreError `event-not-json` where it would not come back: an envelope of another shape
 */
export function toServer({ event, text }: PlacedEvent): EventData {
  const { id, type, correlationId, causationId, data } = event;
  const { schemaVersion, occurredAt, recordedAt, actor, commandId, previousHash } = event;
  const kept = {
    id,
    schemaVersion,
    occurredAt,
    recordedAt,
    actor,
    commandId,
    previousHash,
    // What is undefined is not written.
    $correlationId: correlationId ?? undefined,
    $causationId: causationId ?? undefined,
    dataIsText: typeof data === 'string' || undefined,
  };
  if (!isMetadata(kept)) throw new StoreError('event-not-json', `Event ${id}: its envelope cannot be kept`);
  // The client turns any JSON into text; its type says so of objects only.
  const json = data as Record<string, unknown>;
  return {
    id: serverId(text),
    contentType: 'application/json',
    type,
    data: json,
    metadata: utf8.encode(JSON.stringify(kept)),
  };
}

/**
 * What {@link toServer} wrote.
 *
 * @throws StoreError `store-damaged`, naming stream and revision, where this is something else
 */
export function eventOf(record: ServerRecord, prefix: string): StoredEvent {
  const { data, type, isJson, metadata } = record;
  if (!isJson || !isMetadata(metadata)) throw damaged(record, prefix, 'it was not written by this library');
  const { id, $correlationId = null, $causationId = null, dataIsText = false } = metadata;
  if ((typeof data === 'string') !== dataIsText) throw damaged(record, prefix, 'its data is broken');
  const { schemaVersion, occurredAt, recordedAt, actor, commandId, previousHash } = metadata;
  return {
    id,
    type,
    schemaVersion,
    stream: streamOf(record, prefix),
    revision: revisionOf(record),
    occurredAt,
    recordedAt,
    actor,
    commandId,
    correlationId: $correlationId,
    causationId: $causationId,
    previousHash,
    data,
  };
}

/** The text of an event; of something else, a text that says what stands there, and is vouched for by no seal. */
export function textOf(record: ServerRecord, prefix: string): string {
  try {
    return textOfStored(eventOf(record, prefix));
  } catch {
    const { id, type, metadata: kept, data } = record;
    const place = { id, type, stream: streamOf(record, prefix), revision: revisionOf(record) };
    return JSON.stringify({ ...place, metadata: shown(kept), data: shown(data) });
  }
}

/** The fault of a record in which something stands that this library cannot have written. */
export const damaged = (record: ServerRecord, prefix: string, why: string): StoreError =>
  new StoreError('store-damaged', `Stream ${streamOf(record, prefix)}, revision ${record.revision + 1n}: ${why}`);

/** The name that this record has for a stream. */
export const streamOf = ({ streamId }: ServerRecord, prefix: string): string => streamId.slice(prefix.length);

/** The server counts from 0. */
export const revisionOf = ({ revision }: ServerRecord): number => Number(revision) + 1;

const shown = (value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
