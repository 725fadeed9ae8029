import { z } from 'zod';
import type { StoredEvent } from '../store/envelope.ts';
import { ERASED, isErased } from '../values/personal.ts';
import { isPerson, ownedIn, type Person } from './person.ts';

/** Where the box stands in an event's stored data; no event has a field of this name. */
export const BOX = 'personal';

const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/);

/** An event's personal fields, encrypted under the key of the person whose they are. */
export const personalBox = z.strictObject({
  person: z.string().refine(isPerson),
  /** 96 bits that are used once. */
  nonce: base64url,
  /** The fields as JSON, encrypted; the last 128 bits say that nothing was changed. */
  box: base64url,
});

/** An event's personal fields, encrypted. */
export type PersonalBox = z.output<typeof personalBox>;

/** The data of an event. */
export type Data = Readonly<Record<string, unknown>>;

/** An event's data with what is personal taken out of it. */
export interface Apart {
  readonly person: Person;
  /** The personal fields. */
  readonly personal: Data;
  /** The data with the erased form in their places. */
  readonly left: Data;
}

const isFullyErased = (value: unknown): boolean => isErased(value) && Object.keys(value).length === 1;

/** Whether there is anything in personal fields that an erasure would take away. */
export const isAnythingLeft = ({ personal }: Apart): boolean => !Object.values(personal).every(isFullyErased);

/**
 * Puts personal fields back into the data that they were taken out of, each in its place.
 *
 * @param left the data with the erased form in their places
 */
export const putBack = (left: Data, personal: Data): Data =>
  Object.fromEntries(
    Object.entries(left).map(([name, value]) => [name, Object.hasOwn(personal, name) ? personal[name] : value]),
  );

/** Takes the personal fields out of an event's data; `null` where it has none. */
export function takenApart(event: { readonly type: string; readonly data: unknown }): Apart | null {
  const owned = ownedIn(event);
  if (owned === null) return null;
  const { person, names } = owned;
  const entries = Object.entries(event.data as Data);
  return {
    person,
    personal: Object.fromEntries(entries.filter(([name]) => names.has(name))),
    left: Object.fromEntries(entries.map((entry) => (names.has(entry[0]) ? [entry[0], ERASED] : entry))),
  };
}

/** The box in stored data, and the data without it, which is the erased form; `null` where there is none. */
export function boxIn(data: unknown): { readonly box: PersonalBox; readonly left: Data } | null {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, BOX)) return null;
  const { [BOX]: found, ...left } = data as Data;
  const read = personalBox.safeParse(found);
  return read.success ? { box: read.data, left } : null;
}

/** What a box is bound to, as the text that is authenticated with it: it opens in no other place. */
export const placeOfBox = ({ stream, revision, id }: Pick<StoredEvent, 'stream' | 'revision' | 'id'>, person: Person) =>
  JSON.stringify([stream, revision, id, person]);
