import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories, tamperedRecords } from '../../../src/adapters/testing/histories/index.ts';
import { erased } from '../../../src/adapters/testing/laws/erased.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { checkedReplay } from '../../../src/domain/machine/replay.ts';
import { personOf } from '../../../src/domain/privacy/person.ts';
import { type Finding, findingsOf } from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';
import { forgedAt } from '../forgedAt.ts';

const legal: fc.Arbitrary<readonly SessionEvent[]> = histories().map(({ events }) => events);

const tampered: fc.Arbitrary<readonly SessionEvent[]> = tamperedRecords().map(({ events }) =>
  events.map((fact, place) => forgedAt(fact, place, fact.revision)),
);

/** Records of every kind. */
const records = fc.oneof(legal, tampered);

const found = (events: readonly SessionEvent[], others: readonly (readonly SessionEvent[])[] = []) =>
  findingsOf({ events, unreadable: [] }, { others: others.map((other) => ({ events: other, unreadable: [] })) });

const WEIGHTS = ['serious', 'doubtful', 'note'];

const weight = ({ severity }: Finding): number => WEIGHTS.indexOf(severity);

const first = ({ events }: Finding): number => events[0] ?? Number.POSITIVE_INFINITY;

describe('The findings of any record', () => {
  test('are the same once everything personal is erased', () => {
    holds(
      fc.property(records, (events) => {
        expect(found(events.map((event) => erased(event)))).toEqual(found(events));
      }),
      { runs: 150 },
    );
  });

  test('are the same once one person is forgotten', () => {
    holds(
      fc.property(records, fc.nat(), (events, which) => {
        const persons = events.map(personOf).filter((person) => person !== null);
        const person = persons[which % Math.max(1, persons.length)];
        const left = events.map((event) => (personOf(event) === person ? erased(event) : event));
        expect(found(left)).toEqual(found(events));
      }),
      { runs: 60 },
    );
  });

  test('are the same whenever they are asked', () => {
    holds(
      fc.property(records, (events) => {
        expect(found(structuredClone(events))).toEqual(found(events));
      }),
      { runs: 30 },
    );
  });

  test('stand by weight, then by the first event that they rest on', () => {
    holds(
      fc.property(records, (events) => {
        const all = found(events);
        expect(all).toEqual(all.toSorted((a, b) => weight(a) - weight(b) || first(a) - first(b)));
      }),
      { runs: 60 },
    );
  });

  test('rest on events of the record, each named once, in order', () => {
    holds(
      fc.property(records, (events) => {
        const revisions = new Set(events.map(({ revision }) => revision));
        for (const finding of found(events)) {
          expect(finding.events.length).toBeGreaterThan(0);
          expect(finding.events).toEqual([...new Set(finding.events)].sort((a, b) => a - b));
          expect(finding.events.filter((revision) => !revisions.has(revision))).toEqual([]);
        }
      }),
      { runs: 150 },
    );
  });

  test('say in both languages what is the matter, on the clock of the room', () => {
    holds(
      fc.property(records, (events) => {
        for (const { en, fr } of found(events)) {
          for (const text of [en, fr]) {
            expect(text).not.toMatch(/undefined|NaN|null|\[object|\{|\d{4}-\d{2}-\d{2}T/);
            expect(text).toMatch(/^[A-ZÀ-Þ].*[.?!]$/su);
          }
          expect(fr).not.toBe(en);
        }
      }),
      { runs: 150 },
    );
  });

  test('name every event that the rulebook refuses, rule by rule', () => {
    holds(
      fc.property(tampered, (events) => {
        const times = ['recorded-in-order', 'not-in-the-future', 'lifecycle-in-order'];
        const named = found(events).filter(({ rule }) => rule === 'rule-broken');
        const revisions = checkedReplay(events)
          .breaches.flatMap(({ revision, refusals }) => refusals.map(({ rule }) => ({ revision, rule })))
          .filter(({ rule }) => !times.includes(rule))
          .map(({ revision }) => revision)
          .sort((a, b) => a - b);
        expect(named.flatMap((finding) => finding.events)).toEqual(revisions);
      }),
      { runs: 100 },
    );
  });

  test('do not rest on the session itself, where it stands among the others', () => {
    holds(
      fc.property(legal, (events) => {
        expect(found(events, [events, structuredClone(events), []])).toEqual(found(events));
      }),
      { runs: 30 },
    );
  });
});
