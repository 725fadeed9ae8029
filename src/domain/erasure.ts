import type { EventType, SessionEvent } from './events/catalogue.ts';
import { takenApart } from './privacy/box.ts';
import type { Person } from './values/person.ts';

/** An event of which only its type and data matter here. */
interface Typed {
  readonly type: EventType;
  readonly data: unknown;
}

/** An event of one of these people as erasure leaves it; any other as it is. */
export function withoutPersons<E extends Typed>(event: E, persons: readonly Person[]): E {
  const apart = takenApart(event);
  return apart === null || !persons.includes(apart.person) ? event : { ...event, data: apart.left };
}

/** Those whom a history says to have been erased. */
export const erasedIn = (history: readonly SessionEvent[]): readonly Person[] =>
  history.flatMap(({ type, data }) => (type === 'PersonErased' ? [data.person] : []));

/**
 * A history without what is personal of those whom it says to have been erased, whatever the store still has of them:
 * between the recording of an erasure and the destruction of the data a process may end.
 */
export function asErased(history: readonly SessionEvent[]): readonly SessionEvent[] {
  const persons = erasedIn(history);
  return persons.length === 0 ? history : history.map((event) => withoutPersons(event, persons));
}
