import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { asErased } from '../../src/domain/erasure.ts';
import { auditHistory } from '../../src/projections/index.ts';
import { holds } from '../support/property.ts';

/** What stands where an event should. */
const strangers: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constant(undefined),
  fc.record({ type: fc.oneof(fc.string(), fc.constant('x'.repeat(101)), fc.nat(), fc.constant('SessionPlanned')) }),
);

/** What a stranger calls itself, where it does. */
const typeOf = (value: unknown): string | null => {
  const { type } = (value ?? {}) as { readonly type?: unknown };
  return typeof type === 'string' ? [...type.split('')].filter((_, place) => place < 100).join('') : null;
};

test('Of whatever a store hands out, an audit reads what are events and shows the rest for what it is', () => {
  holds(
    fc.property(
      histories({ choices: 15 }),
      fc.array(fc.tuple(fc.nat(99), strangers), { minLength: 1, maxLength: 6 }),
      ({ events }, all) => {
        const values: { readonly value: unknown; readonly isEvent: boolean }[] = events.map((value) => ({
          value,
          isEvent: true,
        }));
        for (const [place, value] of all) values.splice(place % (values.length + 1), 0, { value, isEvent: false });
        const read = auditHistory(values.map(({ value }) => value).values());
        expect(read.events).toEqual(asErased(events));
        expect(read.unreadable.map(({ place, type }) => ({ place, type }))).toEqual(
          values.flatMap(({ value, isEvent }, index) => (isEvent ? [] : [{ place: index + 1, type: typeOf(value) }])),
        );
        for (const { fault, path, revision } of read.unreadable) {
          expect(fault).not.toBe('');
          expect([typeof path, revision]).toEqual(['string', null]);
        }
      },
    ),
    { runs: 60 },
  );
});

test('What an event says of its revision is told where the rest of it cannot be read', () => {
  const [event] = fc.sample(histories({ choices: 5 }), { numRuns: 1, seed: 1 })[0]?.events ?? [];
  const damaged = { ...event, data: { ...event?.data, slot: 'tomorrow' } };
  expect(auditHistory([damaged])).toMatchObject({
    events: [],
    unreadable: [{ place: 1, revision: 1, type: 'SessionPlanned', path: 'data.slot' }],
  });
});
