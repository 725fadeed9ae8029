import { EVENT_TYPES, EVENTS, type EventType, isEventType } from '../../domain/events/catalogue.ts';
import { type Apart, BOX, isAnythingLeft, placeOfBox, takenApart } from '../../domain/privacy/box.ts';
import type { Person } from '../../domain/privacy/person.ts';
import type { NewEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { copyOfData } from '../../domain/store/json.ts';
import { boxed } from '../box.ts';
import { NONCE_BYTES } from '../crypto/primitives.ts';
import type { SecretKey } from '../crypto/secretKey.ts';
import type { Random } from './wrapping.ts';

const PERSONAL_TYPES: ReadonlySet<EventType> = new Set(
  EVENT_TYPES.filter((type) => Object.values(EVENTS[type].fields).some(({ personal }) => personal)),
);

/** An event that is about to be stored, in the place that it will have. */
interface Draft {
  readonly event: NewEvent;
  readonly revision: number;
  /** What is personal in it; `null` where there is nothing to hide. */
  readonly apart: Apart | null;
}

/** The events of one append, as they were when it was called, whatever the caller does with them meanwhile. */
export interface Drafts {
  readonly stream: string;
  readonly drafts: readonly Draft[];
  /** Whose personal data they hold. */
  readonly persons: readonly Person[];
}

/** Whether events of this type hold anything personal at all; those of other types need no second look. */
export const mayBePersonal = ({ type }: Pick<NewEvent, 'type'>): boolean =>
  isEventType(type) && PERSONAL_TYPES.has(type);

/** What of an event has to be hidden: something personal that is not in its erased form already. */
export function hiddenOf(event: Pick<NewEvent, 'type' | 'data'>): Apart | null {
  const apart = takenApart(event);
  return apart !== null && isAnythingLeft(apart) ? apart : null;
}

/**
 * Looks at the events of one append.
 *
 * @param after the revision that they follow
 * @throws StoreError `event-not-json`
 */
export function draftsOf(stream: string, after: number, events: readonly NewEvent[]): Drafts {
  const drafts = events.map((given, index) => {
    const event = { ...given, actor: { ...given.actor }, data: copyOfData(given) };
    const apart = hiddenOf(event);
    if (apart !== null && Object.hasOwn(apart.left, BOX)) {
      throw new StoreError('event-not-json', `Event ${event.id}: its data has a field "${BOX}", the name of its box`);
    }
    return { event, revision: after + 1 + index, apart };
  });
  return {
    stream,
    drafts,
    persons: [...new Set(drafts.flatMap(({ apart }) => (apart === null ? [] : [apart.person])))],
  };
}

/** The event as it is stored: in the place of each personal field its erased form, and beside them the box. */
export function hidden(
  stream: string,
  { event, revision, apart }: Draft,
  keys: ReadonlyMap<Person, SecretKey>,
  random: Random,
): NewEvent {
  if (apart === null) return event;
  const { person, personal, left } = apart;
  const key = keys.get(person);
  if (key === undefined) throw new TypeError(`no key for ${person}`);
  const box = boxed(key, random(NONCE_BYTES), placeOfBox({ stream, revision, id: event.id }, person), person, personal);
  return { ...event, data: { ...left, [BOX]: box } };
}
