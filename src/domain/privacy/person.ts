import { EVENTS, isEventType } from '../events/catalogue.ts';

/** A person of one session, by the name under which their key is kept; `session` is what its free texts say of anybody. */
export type Person = `candidate-${number}` | `examiner-${string}` | 'session';

const PERSON = /^(candidate-[1-9]\d{0,4}|examiner-.{1,200}|session)$/su;

/** Whether this is written like a person. */
export const isPerson = (text: string): text is Person => PERSON.test(text);

/** Whose the personal fields of an event are; `null` where it has none, or is no event of a session. */
export function personOf({ type, data }: { readonly type: string; readonly data: unknown }): Person | null {
  if (!isEventType(type) || typeof data !== 'object' || data === null) return null;
  const { about, fields } = EVENTS[type];
  if (!Object.values(fields).some(({ personal }) => personal)) return null;
  const named = about === 'session' ? undefined : Reflect.get(data, about);
  const person = `${about}-${String(named)}`;
  return isPerson(person) ? person : 'session';
}
