import { z } from 'zod';
import { epochMilliseconds } from '../values/time.ts';

/** Who acted: the role in the procedure, and the host's own identity for that person or service. */
export const actor = z.strictObject({
  role: z.enum(['examiner', 'centre', 'pix', 'candidate', 'system']),
  identity: z
    .string()
    .min(1)
    .max(200)
    .refine((value) => value.isWellFormed(), { error: 'text-well-formed' }),
});

/** Who acted. The host authenticates; the record keeps what the host says. */
export type Actor = z.output<typeof actor>;

/** An identity made of letters, digits and `. _ : -`: of a stream, a session, a command. */
export const identity = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, { error: 'identity-shape' });

/** The identity of a session; short enough to leave room for what a stream's name says before it. */
export const sessionIdentity = identity.max(100, { error: 'identity-shape' });

/** All that is known of an event before a store gives it its place. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  /** A UUID; derived from the stream, the command and its place in the command, so that a retry has the same. */
  readonly id: string;
  readonly type: Type;
  /** The version of the schema of `data`. */
  readonly schemaVersion: number;
  /** When it happened in the room; epoch milliseconds. Perhaps typed in hours later, from paper. */
  readonly occurredAt: number;
  /** When the system learned it; epoch milliseconds, never decreasing within a stream. */
  readonly recordedAt: number;
  readonly actor: Actor;
  /** The command that caused the event. */
  readonly commandId: string;
  /** What the host ties together: a Navette, a day, a request. */
  readonly correlationId: string | null;
  /** The event or command that led to this one. */
  readonly causationId: string | null;
  readonly data: Data;
}

/** An event with its place in the record. This envelope is fixed from the first event on. */
export interface StoredEvent<Type extends string = string, Data = unknown> extends NewEvent<Type, Data> {
  readonly stream: string;
  /** From 1, without gaps within a stream. */
  readonly revision: number;
  /** The digest of the stream's previous event, where the store seals its events; else `null`. */
  readonly previousHash: string | null;
}

/** Reads one stored event's envelope; `data` is left to the event's own schema. */
export const storedEnvelope = z.strictObject({
  id: z.uuid(),
  type: z.string().min(1).max(100),
  schemaVersion: z.int().min(1),
  stream: identity,
  revision: z.int().min(1),
  occurredAt: epochMilliseconds,
  recordedAt: epochMilliseconds,
  actor,
  commandId: identity,
  correlationId: identity.nullable(),
  causationId: identity.nullable(),
  previousHash: z.string().max(200).nullable(),
  data: z.unknown(),
});
