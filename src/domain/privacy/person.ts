import { EVENTS, isEventType } from '../events/catalogue.ts';
import { isPerson, type Person } from '../values/person.ts';

export { isPerson, type Person } from '../values/person.ts';

/** Whose the personal fields of an event are; `null` where it has none, or is no event of a session. */
export function personOf({ type, data }: { readonly type: string; readonly data: unknown }): Person | null {
  if (!isEventType(type) || typeof data !== 'object' || data === null) return null;
  const { about, fields } = EVENTS[type];
  if (!Object.values(fields).some(({ personal }) => personal)) return null;
  const named: unknown = about === 'session' ? undefined : Reflect.get(data, about);
  const person = typeof named === 'string' || typeof named === 'number' ? `${about}-${named}` : 'session';
  // Data that no command made may name nobody: what is personal in it is kept with the session's free texts.
  return isPerson(person) ? person : 'session';
}
