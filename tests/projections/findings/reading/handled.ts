import fc from 'fast-check';
import { nth } from '../../../../src/adapters/testing/histories/choice.ts';
import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';

/** Something that was done to a record by somebody who had it in their hands. */
interface Handling {
  readonly what: 'tornOut' | 'writtenTwice' | 'moved' | 'exchanged';
  readonly which: number;
  readonly minutes: number;
}

/** What one after the other did to it. */
export const handlings: fc.Arbitrary<readonly Handling[]> = fc.array(
  fc.record({
    what: fc.constantFrom('tornOut', 'tornOut', 'writtenTwice', 'moved', 'exchanged'),
    which: fc.nat(999),
    minutes: fc.integer({ min: -90, max: 90 }),
  }),
  { minLength: 1, maxLength: 8 },
);

const MINUTE = 60_000;

/** The record after that; the events that are left keep their revisions, as somebody would leave them. */
export const handled = (events: readonly SessionEvent[], all: readonly Handling[]): readonly SessionEvent[] =>
  all.reduce((left, { what, which, minutes }) => {
    const event = left.length === 0 ? null : nth(left, which);
    if (event === null) return left;
    const put = (...instead: readonly SessionEvent[]) => left.flatMap((one) => (one === event ? instead : [one]));
    if (what === 'tornOut') return put();
    if (what === 'writtenTwice') return put(event, { ...event });
    if (what === 'moved') return put({ ...event, occurredAt: event.occurredAt + minutes * MINUTE });
    const numbers = left.flatMap(({ data }) => ('certificationNumber' in data ? [data.certificationNumber] : []));
    return 'certificationNumber' in event.data && numbers.length > 0
      ? put({ ...event, data: { ...event.data, certificationNumber: nth(numbers, minutes + 90) } } as SessionEvent)
      : left;
  }, events);
