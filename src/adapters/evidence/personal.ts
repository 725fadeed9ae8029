import { readStored } from '../../domain/audit/stored.ts';
import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { boxIn, placeOfBox, putBack } from '../../domain/privacy/box.ts';
import { type Person, personOf } from '../../domain/privacy/person.ts';
import { isErased } from '../../domain/values/personal.ts';
import { unboxed } from '../box.ts';
import type { Keys } from './parts.ts';

/** What became of the encrypted data of an event. */
export type Opening =
  /** There is none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'opened'; readonly person: Person; readonly event: SessionEvent }
  /** The person's key is not there. */
  | { readonly kind: 'closed'; readonly person: Person }
  | {
      readonly kind: 'wrong';
      readonly person: Person;
      readonly code: 'box-of-another' | 'key-does-not-open' | 'box-holds-other-fields';
    };

/**
 * Opens the encrypted data of an event with the keys that are there, in its place and no other.
 *
 * @param value the event as it was stored
 * @param event the same, read strictly, with the erased form in the place of what is encrypted
 */
export function openedWith(keys: Keys, value: unknown, event: SessionEvent): Opening {
  const stored = dataIn(value);
  const apart = boxIn(stored);
  if (apart === null) return { kind: 'none' };
  const person = personOf(event);
  if (person === null || apart.box.person !== person) {
    return { kind: 'wrong', person: apart.box.person, code: 'box-of-another' };
  }
  const key = keys.get(person);
  if (key === undefined) return { kind: 'closed', person };
  const fields = unboxed(key, placeOfBox(event, person), apart.box);
  if (fields === null) return { kind: 'wrong', person, code: 'key-does-not-open' };
  // Read anew by the event's own schema: whoever has the key may have locked anything.
  const whole = readStored({ ...event, schemaVersion: versionIn(value), data: putBack(apart.left, fields) });
  const isOfThisEvent = Object.keys(fields).every(
    (name) => Object.hasOwn(apart.left, name) && isErased(apart.left[name]),
  );
  if (whole.kind === 'unreadable' || !isOfThisEvent) return { kind: 'wrong', person, code: 'box-holds-other-fields' };
  return { kind: 'opened', person, event: whole.event };
}

const dataIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, 'data') : null;

const versionIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, 'schemaVersion') : null;
