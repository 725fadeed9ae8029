import { withoutPersons } from '../../src/domain/erasure.ts';
import { isEventType, type SessionEvent } from '../../src/domain/events/catalogue.ts';
import type { NewEvent, StoredEvent } from '../../src/domain/store/envelope.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import type { Person } from '../../src/domain/values/person.ts';

/** A store that can erase, for as long as the process lives: who was erased is kept beside the log. */
export function erasing(store: EventStore): EventStore & Required<Pick<EventStore, 'erase'>> {
  const erased = new Map<string, Set<Person>>();

  const left = <E extends NewEvent>(stream: string, event: E): E =>
    isEventType(event.type) ? (withoutPersons(event as SessionEvent & E, [...(erased.get(stream) ?? [])]) as E) : event;

  const shown = (event: StoredEvent): StoredEvent => left(event.stream, event);

  return {
    ...store,
    async append(stream, expected, events) {
      for (const event of events) {
        // Whoever was erased has no key any more, so that this could not be stored.
        if (JSON.stringify(left(stream, event)) !== JSON.stringify(event))
          throw new Error(`${event.type} tells too much`);
      }
      return store.append(stream, expected, events);
    },
    readStream: async (...given) => (await store.readStream(...given)).map(shown),
    readAll: async (...given) =>
      (await store.readAll(...given)).map(({ position, event }) => ({ position, event: shown(event) })),
    async erase(stream, person) {
      erased.set(stream, (erased.get(stream) ?? new Set()).add(person));
    },
  };
}
