import type { StoredEvent } from '../store/envelope.ts';
import * as attendance from './attendance.ts';
import * as candidates from './candidates.ts';
import type { DataOf, EventDefinition } from './define.ts';
import * as incidents from './incidents.ts';
import * as paper from './paper.ts';
import * as planning from './planning.ts';
import * as submission from './submission.ts';
import * as test from './test.ts';

/** Every event of a session, by its type. */
export const EVENTS = {
  ...planning,
  ...candidates,
  ...paper,
  ...attendance,
  ...test,
  ...incidents,
  ...submission,
} as const;

/** The type of a session's event. */
export type EventType = keyof typeof EVENTS;

/** The data of an event of this type. */
export type EventData<T extends EventType> =
  (typeof EVENTS)[T] extends EventDefinition<string, infer F> ? DataOf<F> : never;

/** A stored event of a session, as one of a discriminated union. */
export type SessionEvent<T extends EventType = EventType> = { [K in T]: StoredEvent<K, EventData<K>> }[T];

/**
 * What the machine and its rules read of an event: what happened, when, when it was learned, and its place. A stored
 * event is one; so is an event that is about to be stored.
 */
export type Fact<T extends EventType = EventType> = {
  [K in T]: Pick<StoredEvent<K, EventData<K>>, 'type' | 'data' | 'occurredAt' | 'recordedAt' | 'revision'>;
}[T];

/** The types, in the order of the procedure. */
export const EVENT_TYPES = Object.keys(EVENTS) as readonly EventType[];

/** Whether this is the type of a session's event. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);
