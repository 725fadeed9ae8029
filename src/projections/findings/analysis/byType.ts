import type { EventType, SessionEvent } from '../../../domain/events/catalogue.ts';

/** The events of one type, in the order of the record. */
export type EventsByType = <T extends EventType>(type: T) => readonly SessionEvent<T>[];

const NONE: readonly never[] = [];

/** Looks up events by their type. */
export function byType(events: readonly SessionEvent[]): EventsByType {
  const groups = new Map<EventType, SessionEvent[]>();
  for (const event of events) {
    const group = groups.get(event.type);
    if (group === undefined) groups.set(event.type, [event]);
    else group.push(event);
  }
  return <T extends EventType>(type: T) => (groups.get(type) ?? NONE) as unknown as readonly SessionEvent<T>[];
}
