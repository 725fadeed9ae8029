import fc from 'fast-check';
import type { NewEvent, StoredEvent } from '../../../domain/store/envelope.ts';
import { newEvent } from './newEvent.ts';

/** A UUID that is as different from the others as the number is. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** So many events. */
export const newEvents = (count: number): NewEvent[] => Array.from({ length: count }, () => newEvent());

/** An event whose data is this, whatever TypeScript thinks of it. */
export const eventWith = (data: unknown): NewEvent => newEvent({ data });

const FIRST_OCCURRED_AT = 1_726_570_000_000;

/** The same event for the same number in every run, so that a case can be tried again. */
export const numbered = (n: number, data: unknown = { candidate: n }): NewEvent =>
  newEvent({
    id: uuid(n),
    occurredAt: FIRST_OCCURRED_AT + n,
    recordedAt: FIRST_OCCURRED_AT + 60_000 + n,
    commandId: `command-${n}`,
    data,
  });

/** Events with so many numbers from this one on. */
export const numberedFrom = (first: number, count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => numbered(first + index));

/** An event in the place where the store must have put it. */
export const storedAs = (stream: string, revision: number, event: NewEvent): StoredEvent => ({
  ...event,
  stream,
  revision,
  previousHash: null,
});

/** The revisions of some events. */
export const revisionsOf = (events: readonly StoredEvent[]): number[] => events.map(({ revision }) => revision);

/** Letters of all kinds; and such as stores are known to cut, to fold or to take for something of their own. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('a\0b', '\0', 'se\u0301ance', 'ﬁ', '\u2028', "l'été", '1726570000000', 'null'),
  },
);

/** Data that is JSON: what is written comes back equal. */
export const jsonData: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(null, true, false),
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.maxSafeInteger(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((name) => name !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;
