import type { Actor, StoredEvent } from '../../domain/store/envelope.ts';

/** What the server keeps of the envelope as the event's metadata; the rest is the event's own place and type. */
export interface Metadata
  extends Pick<
    StoredEvent,
    'id' | 'schemaVersion' | 'occurredAt' | 'recordedAt' | 'actor' | 'commandId' | 'previousHash'
  > {
  /** The server's own names, by which its tools follow what led to what. */
  readonly $correlationId?: string;
  readonly $causationId?: string;
  /** Present where the data is a text and no object: text is also what the client makes of broken JSON. */
  readonly dataIsText?: true;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const maybe = (is: (value: unknown) => boolean) => (value: unknown) => value === undefined || is(value);

const ROLES: ReadonlySet<unknown> = new Set<Actor['role']>(['examiner', 'centre', 'pix', 'candidate', 'system']);

function isActor(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { role, identity, ...more }: { role?: unknown; identity?: unknown } = value;
  return ROLES.has(role) && isText(identity) && Object.keys(more).length === 0;
}

/** What each field has to be. By hand: it is asked of every event that is read, and a schema takes several times as long. */
const FIELDS: { readonly [F in keyof Required<Metadata>]: (value: unknown) => boolean } = {
  id: isText,
  schemaVersion: isNumber,
  occurredAt: isNumber,
  recordedAt: isNumber,
  actor: isActor,
  commandId: isText,
  previousHash: (value) => value === null || isText(value),
  $correlationId: maybe(isText),
  $causationId: maybe(isText),
  dataIsText: maybe((value) => value === true),
};

const NAMES = Object.keys(FIELDS) as readonly (keyof Metadata)[];

/** Whether this is what this library keeps as metadata, and nothing else. */
export function isMetadata(value: unknown): value is Metadata {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name in fields) if (!Object.hasOwn(FIELDS, name)) return false;
  for (const name of NAMES) if (!FIELDS[name](fields[name])) return false;
  return true;
}
