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
  /** What does not depend on its place, as a copy: what the text around says. */
  readonly kept: Omit<StoredEvent, 'revision' | 'previousHash'>;
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

/** The same event as {@link storedEvent} reads from that text, without reading it: the data is that of `ready` itself. */
export function placedEvent({ kept, previousHash }: ReadyEvent, revision: number): StoredEvent {
  const { id, type, schemaVersion, stream, data, ...rest } = kept;
  return { id, type, schemaVersion, stream, revision, ...rest, previousHash, data };
}

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
  (JSON.parse(textOf(id, { data })) as { readonly data: unknown }).data;

function ready(stream: string, event: NewEvent): ReadyEvent {
  const { id, type, schemaVersion, occurredAt, recordedAt, commandId, correlationId, causationId, data } = event;
  if (typeof id !== 'string') throw refusal(id, `.id is of type ${typeof id}`);
  const { previousHash = null }: Partial<StoredEvent> = event;
  const actor = { role: event.actor.role, identity: event.actor.identity };
  const head = textOf(id, { id, type, schemaVersion, stream });
  const middle = textOf(id, { occurredAt, recordedAt, actor, commandId, correlationId, causationId });
  const tail = textOf(id, { previousHash, data });
  const before = `${head.slice(0, -1)},"revision":`;
  const between = `,${middle.slice(1, -1)},"previousHash":`;
  const after = tail.slice(`{"previousHash":${JSON.stringify(previousHash)}`.length);
  const made = { id, before, between, previousHash, after };
  // Whatever its revision will be, so that what one store took every other takes.
  if (isLargerThan(EVENT_BYTES, storedText(made, Number.MAX_SAFE_INTEGER))) {
    throw refusal(id, ` is larger than ${EVENT_BYTES} bytes of JSON`);
  }
  return made;
}

function textOf(id: string, fields: object): string {
  let fault: string | undefined;
  try {
    fault = faultIn(fields, 0);
    if (fault === undefined) return JSON.stringify(fields);
  } catch (cause) {
    // A property that throws when it is read, or more text than a string can hold.
    throw refusal(id, ' cannot be written as JSON', cause);
  }
  throw refusal(id, fault);
}

/** Longest path that a message quotes; what goes round in a circle has a path without end. */
const PATH_LENGTH = 200;

function refusal(id: unknown, fault: string, cause?: unknown): StoreError {
  const place =
    fault.length > PATH_LENGTH ? `${fault.slice(0, PATH_LENGTH / 2)}…${fault.slice(-PATH_LENGTH / 2)}` : fault;
  return new StoreError('event-not-json', `Event ${shown(id)}: it${place}`, { cause });
}

/** What would not survive as JSON, as the path to it and what it is; the value itself may be personal. */
function faultIn(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? undefined : ' has half of a surrogate pair';
    case 'number':
      return Number.isFinite(value) ? undefined : ` is ${value}`;
    case 'boolean':
      return undefined;
    case 'object':
      if (value === null) return undefined;
      if (depth >= DEPTH) return ' is nested too deeply, or in a circle';
      return Array.isArray(value) ? faultInArray(value, depth) : faultInObject(value, depth);
    default:
      return ` is of type ${typeof value}`;
  }
}

function faultInArray(items: readonly unknown[], depth: number): string | undefined {
  if (!isPlain(items, 2)) return ' is not a plain array';
  for (let index = 0; index < items.length; index++) {
    const fault = faultIn(items[index], depth + 1);
    if (fault !== undefined) return `[${index}]${fault}`;
  }
  // An array's own names are its indices and `length`.
  return hasHidden(items, items.length + 1) ? ' is an array with further properties' : undefined;
}

function faultInObject(fields: object, depth: number): string | undefined {
  if (!isPlain(fields, 1)) return ' is not a plain object';
  let visible = 0;
  for (const name in fields) {
    const fault = faultInName(name) ?? faultIn(fields[name as keyof typeof fields], depth + 1);
    if (fault !== undefined) return `.${name.toWellFormed()}${fault}`;
    visible++;
  }
  return hasHidden(fields, visible) ? ' has hidden properties' : undefined;
}

function faultInName(name: string): string | undefined {
  // It would come back, but whoever then copied the data property by property would replace the copy's prototype.
  if (name === '__proto__') return ' is a name that no data may use';
  return name.isWellFormed() ? undefined : ' has half of a surrogate pair in its name';
}

/** Whether a value has no more prototypes than literals have. Not compared by identity: other realms have their own. */
function isPlain(value: object, prototypes: number): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || (prototypes > 0 && isPlain(prototype, prototypes - 1));
}

// Two calls, and not `Reflect.ownKeys`, which takes three times as long as both.
const hasHidden = (fields: object, visible: number): boolean =>
  Object.getOwnPropertyNames(fields).length !== visible || Object.getOwnPropertySymbols(fields).length > 0;

function isLargerThan(bytes: number, text: string): boolean {
  // A UTF-16 unit is at most three bytes of UTF-8, so that short texts need not be measured.
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}
