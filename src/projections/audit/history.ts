import { readStored } from '../../domain/audit/stored.ts';
import { asErased } from '../../domain/erasure.ts';
import type { SessionEvent } from '../../domain/events/catalogue.ts';

/** A stored event that cannot be read: damaged, foreign, or of a later version. It is shown for what it is. */
export interface UnreadableEvent {
  /** Its place among the events, from 1. */
  readonly place: number;
  /** What it says of itself, where it says it as an event does; nothing of it is trusted. */
  readonly revision: number | null;
  readonly type: string | null;
  /** Where in the event something is wrong: `data.identity`. Empty where the event as a whole is meant. */
  readonly path: string;
  /** What is wrong there, without the value, which may be personal. */
  readonly fault: string;
}

/** The record of one session as an audit reads it: nothing is thrown for what stands in it. */
export interface AuditHistory {
  /** What could be read, in the order of the record; of whoever was erased, the erased form. */
  readonly events: readonly SessionEvent[];
  /** What could not, in the order of the record. What follows the first of them rests on something unknown. */
  readonly unreadable: readonly UnreadableEvent[];
}

/** Longest type that is quoted from an event that cannot be read. */
const TYPE_LENGTH = 100;

function typeIn(value: unknown): string | null {
  const type = typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : null;
  return typeof type === 'string' ? type.slice(0, TYPE_LENGTH) : null;
}

/**
 * Reads a history strictly, event by event.
 *
 * @param values as a store handed them out, or a file holds them, in the order of their revisions
 */
export function auditHistory(values: Iterable<unknown>): AuditHistory {
  const events: SessionEvent[] = [];
  const unreadable: UnreadableEvent[] = [];
  let place = 0;
  for (const value of values) {
    place++;
    const reading = readStored(value);
    if (reading.kind === 'read') events.push(reading.event);
    else {
      const { revision, path, fault } = reading;
      unreadable.push({ place, revision, type: typeIn(value), path, fault });
    }
  }
  return { events: asErased(events), unreadable };
}
