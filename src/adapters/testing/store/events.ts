import fc from 'fast-check';
import type { NewEvent, StoredEvent } from '../../../domain/store/envelope.ts';
import { newEvent } from './newEvent.ts';

/** A UUID that is as different from the others as the number is. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** So many events. */
export const newEvents = (count: number): NewEvent[] => Array.from({ length: count }, () => newEvent());

/** An event whose data is this, whatever TypeScript thinks of it. */
export const eventWith = (data: unknown): NewEvent => newEvent({ data });

/** An event in the place where the store must have put it. */
export const storedAs = (stream: string, revision: number, event: NewEvent): StoredEvent => ({
  ...event,
  stream,
  revision,
  previousHash: null,
});

/** The revisions of some events. */
export const revisionsOf = (events: readonly StoredEvent[]): number[] => events.map(({ revision }) => revision);

const text = fc.string({ unit: 'binary', maxLength: 12 });

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
