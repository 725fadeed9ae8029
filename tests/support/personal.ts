import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { takenApart } from '../../src/domain/privacy/box.ts';
import type { Person } from '../../src/domain/values/person.ts';

/** Every text in a value, however deep, those of maps too. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value].flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What the record says of somebody and of nobody else, as texts that are long enough to be told from others. */
export function textsOf(person: Person, events: readonly SessionEvent[]): readonly string[] {
  const theirs = new Set<string>();
  const others: string[] = [];
  for (const event of events) {
    const apart = takenApart(event);
    const isTheirs = apart?.person === person;
    if (isTheirs) for (const text of textsIn(apart.personal)) theirs.add(text);
    others.push(...textsIn(isTheirs ? { ...event, data: apart.left } : event));
  }
  return [...theirs].filter((text) => text.length > 4 && !others.some((other) => other.includes(text)));
}
