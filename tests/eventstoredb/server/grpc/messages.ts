import { randomUUID } from 'node:crypto';
import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Resolved } from '../log/links.ts';
import { type LogRecord, TOMBSTONE } from '../log/record.ts';
import type { Message } from '../log/subscribe.ts';
import { shared, streams } from './generated.ts';

export function identifierOf(stream: string): StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

export function uuid(text: string = randomUUID()): UUID {
  const id = new shared.UUID();
  id.setString(text);
  return id;
}

/** Hundreds of nanoseconds in a millisecond. */
const TICKS = 10_000n;

function recordedEvent(record: LogRecord): ReadResp.ReadEvent.RecordedEvent {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid(record.id));
  recorded.setStreamIdentifier(identifierOf(record.stream));
  recorded.setStreamRevision(record.revision === TOMBSTONE ? '9223372036854775807' : String(record.revision));
  recorded.setCommitPosition(String(record.position));
  recorded.setPreparePosition(String(record.position));
  const metadata = recorded.getMetadataMap();
  metadata.set('type', record.type);
  metadata.set('content-type', record.contentType);
  metadata.set('created', String(BigInt(record.created) * TICKS));
  recorded.setCustomMetadata(record.metadata);
  recorded.setData(record.data);
  return recorded;
}

/** An event, or a link with what it points to. */
export function eventMessage({ event, link }: Resolved): ReadResp {
  const read = new streams.ReadResp.ReadEvent();
  if (event !== null) read.setEvent(recordedEvent(event));
  if (link !== null) read.setLink(recordedEvent(link));
  const original = link ?? event;
  if (original !== null) read.setCommitPosition(String(original.position));
  const message = new streams.ReadResp();
  message.setEvent(read);
  return message;
}

export function notFoundMessage(stream: string): ReadResp {
  const notFound = new streams.ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(identifierOf(stream));
  const message = new streams.ReadResp();
  message.setStreamNotFound(notFound);
  return message;
}

/** What a subscriber is told besides events. */
export function controlMessage(told: Exclude<Message, { kind: 'event' | 'dropped' }>): ReadResp {
  const message = new streams.ReadResp();
  if (told.kind === 'confirmation') {
    const confirmation = new streams.ReadResp.SubscriptionConfirmation();
    confirmation.setSubscriptionId(told.id);
    message.setConfirmation(confirmation);
  } else if (told.kind === 'checkpoint') {
    const checkpoint = new streams.ReadResp.Checkpoint();
    checkpoint.setCommitPosition(String(told.position));
    checkpoint.setPreparePosition(String(told.position));
    message.setCheckpoint(checkpoint);
  } else {
    message.setCaughtUp(new streams.ReadResp.CaughtUp());
  }
  return message;
}
