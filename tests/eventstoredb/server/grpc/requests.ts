import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from '../log/decide.ts';
import type { Filter } from '../log/filter.ts';
import type { From } from '../log/read.ts';
import type { Proposed } from '../log/record.ts';

/** The name of a stream. */
export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

const UUID_TEXT = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** An id, which has to be a UUID; `null` where it is none. */
export function uuidOf(uuid: UUID | undefined): string | null {
  const text = uuid?.getString() ?? '';
  return UUID_TEXT.test(text) ? text.toLowerCase() : null;
}

interface Options {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** Where the writer believes the stream to stand. */
export function expectedOf(options: Options, revision: string): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : Number(revision);
}

interface Message {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

/** An event to be written; `null` where its id is none. */
export function proposed(message: Message): Proposed | null {
  const id = uuidOf(message.getId());
  if (id === null) return null;
  return {
    id,
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? 'application/octet-stream',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** How much of an append counts against the most that a server takes. */
export const sizeOf = (events: readonly Proposed[]): number =>
  events.reduce((sum, { data, metadata, type }) => sum + data.length + metadata.length + type.length, 0);

/** From where a reader wants to read. */
export function fromOf(options: ReadReq.Options): From {
  const stream = options.getStream();
  const all = options.getAll();
  if (stream?.hasStart() || all?.hasStart()) return 'start';
  if (stream?.hasEnd() || all?.hasEnd()) return 'end';
  return Number(stream?.getRevision() ?? all?.getPosition()?.getCommitPosition());
}

/** A filter looks at this many events between two checkpoints where the client says nothing. */
const WINDOW = 32;

export function filterOf(options: ReadReq.Options): Filter | null {
  const filter = options.getFilter();
  if (filter === undefined) return null;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  return {
    by: filter.hasStreamIdentifier() ? 'stream' : 'type',
    regex: expression?.getRegex() ?? '',
    prefixes: expression?.getPrefixList() ?? [],
    checkpointEvery: (filter.hasMax() ? filter.getMax() : WINDOW) * filter.getCheckpointintervalmultiplier(),
  };
}
