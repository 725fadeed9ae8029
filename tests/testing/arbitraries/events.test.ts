import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventData, eventDataOf } from '../../../src/adapters/testing/arbitraries/index.ts';
import { EVENT_TYPES, EVENTS, type EventType } from '../../../src/domain/events/catalogue.ts';
import { isErased } from '../../../src/domain/values/personal.ts';
import { holds, seed } from '../../support/property.ts';

/** The fields of an event that belong to a person. */
const personalIn = (type: EventType): readonly string[] =>
  Object.entries(EVENTS[type].fields).flatMap(([name, { personal }]) => (personal ? [name] : []));

describe('data of events', () => {
  test.each(EVENT_TYPES)('of %s is read by its schema, and stays as it is', (type) => {
    holds(
      fc.property(eventDataOf(type), (data) => {
        expect(EVENTS[type].data.parse(data)).toEqual(data);
      }),
      { runs: 80 },
    );
  });

  test('have every personal field erased in some, and whole in others', () => {
    for (const type of EVENT_TYPES) {
      const sample = fc.sample(eventDataOf(type), { numRuns: 120, seed });
      for (const name of personalIn(type)) {
        const erased = sample.map((data) => isErased(Reflect.get(data, name)));
        expect([type, name, new Set(erased)]).toEqual([type, name, new Set([true, false])]);
      }
    }
  });

  test('are of every type', () => {
    const types = fc.sample(eventData, { numRuns: 1500, seed }).map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(EVENT_TYPES));
  });
});
