import { EVENTS } from '../events/catalogue.ts';
import { isPerson, type Person } from '../values/person.ts';

export { isPerson, type Person } from '../values/person.ts';

/** What tells whose an event's personal fields are, and their names. */
interface Declared {
  readonly about: string;
  readonly names: ReadonlySet<string>;
}

/** What is declared to be personal in the events that have anything personal. */
const DECLARED: ReadonlyMap<string, Declared> = new Map(
  Object.entries(EVENTS).flatMap(([type, { about, fields }]) => {
    const names = Object.entries(fields).flatMap(([name, { personal }]) => (personal ? [name] : []));
    return names.length === 0 ? [] : [[type, { about, names: new Set(names) }] as const];
  }),
);

/** What of an event is personal, and whose it is. */
export interface Owned {
  readonly person: Person;
  /** The names of the personal fields. */
  readonly names: ReadonlySet<string>;
}

/** What of an event is personal; `null` where nothing is, or it is no event of a session. */
export function ownedIn({ type, data }: { readonly type: string; readonly data: unknown }): Owned | null {
  const declared = DECLARED.get(type);
  if (declared === undefined || typeof data !== 'object' || data === null) return null;
  const { about, names } = declared;
  const named: unknown = Reflect.get(data, about);
  const isName = typeof named === 'string' || typeof named === 'number';
  const person = `${about}-${isName ? named : ''}`;
  // Of a session, or of nobody, since no command made the data: it is kept with the session's free texts.
  return { person: isPerson(person) ? person : 'session', names };
}

/** Whose the personal fields of an event are; `null` where it has none, or is no event of a session. */
export const personOf = (event: { readonly type: string; readonly data: unknown }): Person | null =>
  ownedIn(event)?.person ?? null;
