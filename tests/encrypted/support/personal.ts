import { BOX, boxIn, takenApart } from '../../../src/domain/privacy/box.ts';
import { type Person, personOf } from '../../../src/domain/privacy/person.ts';
import type { StoredEvent } from '../../../src/domain/store/envelope.ts';

/** All texts in a value, however deep. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What is personal in an event, as texts that somebody might find again. */
export const personalTexts = (event: { readonly type: string; readonly data: unknown }): readonly string[] =>
  textsIn(takenApart(event)?.personal).filter((text) => text.length >= 4);

/** Whose personal data some events hold, each person once. */
export const personsIn = (events: readonly { readonly type: string; readonly data: unknown }[]): readonly Person[] => [
  ...new Set(events.flatMap((event) => personOf(event) ?? [])),
];

/** The box of an event as it is stored. */
export function boxOf(text: string) {
  const event: StoredEvent = JSON.parse(text);
  const found = boxIn(event.data);
  if (found === null) throw new Error(`no field ${BOX} in ${text}`);
  return { event, ...found };
}
