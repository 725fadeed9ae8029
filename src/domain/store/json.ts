import { copyOf, Unfit } from './copy.ts';
import type { NewEvent, StoredEvent } from './envelope.ts';
import { StoreError } from './errors.ts';
import { shown } from './shown.ts';

/** Most bytes of one stored event, as JSON in UTF-8: 1 MiB. */
export const EVENT_BYTES = 1_048_576;

/** Most events of one append. */
export const APPEND_EVENTS = 1_000;

/** An event that is known to be JSON, as text around what depends on its place: its revision and its seal. */
export interface ReadyEvent {
  readonly id: string;
  /** The event, sharing nothing with what was given; its revision and its seal are not those of its place. */
  readonly copy: StoredEvent;
  readonly before: string;
  readonly between: string;
  /** The digest of the stream's previous event, where the event has its place in a chain. */
  readonly previousHash: string | null;
  readonly after: string;
}

/**
 * Makes the events of one append ready for their place. What is ready shares nothing with what was given.
 *
 * An event that was stored elsewhere before, or that a wrapping store has sealed, keeps its `previousHash`.
 *
 * @throws StoreError `event-not-json` where an event would not come back equal (`undefined`, a `Date`, `NaN`, half of
 * a surrogate pair; a negative zero comes back as zero), where it is larger than {@link EVENT_BYTES}, and where there
 * are more than {@link APPEND_EVENTS}
 */
export function readyToStore(stream: string, events: readonly NewEvent[]): readonly ReadyEvent[] {
  if (events.length > APPEND_EVENTS) {
    throw new StoreError('event-not-json', `${events.length} events in one append: at most ${APPEND_EVENTS}`);
  }
  return events.map((event) => ready(stream, event));
}

/** The JSON text of an event in its place: exactly a `StoredEvent`, its fields in the order of the envelope. */
export const storedText = ({ before, between, previousHash, after }: ReadyEvent, revision: number): string =>
  before + revision + between + JSON.stringify(previousHash) + after;

/** The event that {@link storedEvent} reads from that text, made without it. Whoever asks twice has the same data twice. */
export const placedEvent = ({ copy, previousHash }: ReadyEvent, revision: number): StoredEvent => ({
  ...copy,
  revision,
  previousHash,
});

/** Reads what {@link storedText} wrote. */
export const storedEvent = (text: string): StoredEvent => JSON.parse(text);

/** The text of an event that a store handed out: what {@link storedText} wrote, where the store changes nothing. */
export const textOfStored = (event: StoredEvent): string => storedText(ready(event.stream, event), event.revision);

/**
 * A copy of an event's data, as it would come back from a store.
 *
 * @throws StoreError `event-not-json` as {@link readyToStore}
 */
export const copyOfData = ({ id, data }: Pick<NewEvent, 'id' | 'data'>): unknown =>
  copied(id, { data }, (copy) => copy.data);

function ready(stream: string, event: NewEvent): ReadyEvent {
  const { id, type, schemaVersion, occurredAt, recordedAt, commandId, correlationId, causationId, data } = event;
  if (typeof id !== 'string') throw refusal(id, `.id is of type ${typeof id}`);
  const { previousHash = null }: Partial<StoredEvent> = event;
  const actor = { role: event.actor.role, identity: event.actor.identity };
  // In one literal: it is made for every event that is stored.
  const fields = {
    id,
    type,
    schemaVersion,
    stream,
    revision: 0,
    occurredAt,
    recordedAt,
    actor,
    commandId,
    correlationId,
    causationId,
    previousHash,
    data,
  };
  const made = copied(id, fields, around);
  // Whatever its revision will be, so that what one store took every other takes.
  if (isLargerThan(EVENT_BYTES, storedText(made, Number.MAX_SAFE_INTEGER))) {
    throw refusal(id, ` is larger than ${EVENT_BYTES} bytes of JSON`);
  }
  return made;
}

/** Makes something of fields of an event once they share nothing with what was given. */
function copied<Fields extends object, Made>(id: string, fields: Fields, make: (copy: Fields) => Made): Made {
  let fault: string | undefined;
  try {
    fault = copyFields(fields);
    if (fault === undefined) return make(fields);
  } catch (cause) {
    // A property that throws when it is read, or more text than a string can hold.
    throw refusal(id, ' cannot be written as JSON', cause);
  }
  throw refusal(id, fault);
}

/** An event as text around what depends on its place. */
function around(copy: StoredEvent): ReadyEvent {
  const { id, type, schemaVersion, stream, occurredAt, recordedAt, actor, previousHash, data } = copy;
  const { commandId, correlationId, causationId } = copy;
  const head = JSON.stringify({ id, type, schemaVersion, stream });
  const middle = JSON.stringify({ occurredAt, recordedAt, actor, commandId, correlationId, causationId });
  const before = `${head.slice(0, -1)},"revision":`;
  const between = `,${middle.slice(1, -1)},"previousHash":`;
  return { id, copy, before, between, previousHash, after: `,"data":${JSON.stringify(data)}}` };
}

/** Puts copies in the place of an event's fields. @returns the path to what cannot be copied, and what it is */
function copyFields(fields: object): string | undefined {
  const values = fields as Record<string, unknown>;
  for (const name in values) {
    const copy = copyOf(values[name], 1);
    if (copy instanceof Unfit) return `.${name}${copy.fault}`;
    values[name] = copy;
  }
  return undefined;
}

/** Longest path that a message quotes; what goes round in a circle has a path without end. */
const PATH_LENGTH = 200;

function refusal(id: unknown, fault: string, cause?: unknown): StoreError {
  const place =
    fault.length > PATH_LENGTH ? `${fault.slice(0, PATH_LENGTH / 2)}…${fault.slice(-PATH_LENGTH / 2)}` : fault;
  return new StoreError('event-not-json', `Event ${shown(id)}: it${place}`, { cause });
}

function isLargerThan(bytes: number, text: string): boolean {
  // A UTF-16 unit is at most three bytes of UTF-8, so that short texts need not be measured.
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}
