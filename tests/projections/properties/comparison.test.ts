import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type History, histories } from '../../../src/adapters/testing/histories/histories.ts';
import { asErased } from '../../../src/domain/erasure.ts';
import {
  type AttendanceSheet,
  attendanceSheet,
  type Change,
  changesBetween,
  changesBetweenSubmissions,
  differences,
  project,
  pv,
  pvText,
  submissions,
} from '../../../src/projections/index.ts';
import { holds, isWhole } from '../../support/property.ts';
import { nameOf, unlike, written } from '../reading/papers.ts';

/** A history with two places of it, in whatever order. */
const compared = fc
  .record({ told: histories({ choices: 30 }), a: fc.nat(999), b: fc.nat(999) })
  .map(({ told: { events }, a, b }) => ({
    events,
    history: { events, unreadable: [] },
    from: a % (events.length + 1),
    to: b % (events.length + 1),
  }));

const EMPTY: ReturnType<typeof written> = new Map();

/** The sheet's differences, as changes name them. */
const ofTheSheet = (changes: readonly Change[]) =>
  changes
    .filter(({ document }) => document === 'sheet')
    .map(({ candidate, field, before, after }) => ({ candidate, field, before, after }));

/** The places of a history that lie so far apart at most. */
const near = (most: number) =>
  compared.map(({ from, to, ...rest }) => ({ ...rest, from, to: Math.max(from - most, Math.min(to, from + most)) }));

/** Both papers at a place. */
const papersAt = (events: History['events'], place: number) => {
  const some = events.slice(0, place);
  return written(project(attendanceSheet, some), project(pv, some));
};

const known = (all: readonly Omit<Change, 'by'>[]) => all.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));

/** Where a change stands among others: by paper, then what is about the session, then by candidate. */
const rank = ({ document, candidate }: Change): number => (document === 'sheet' ? 0 : 1000) + (candidate ?? 0);

const withoutBy = ({ by: _, ...change }: Change) => change;

describe('Whatever the history, between any two of its moments', () => {
  test('what changed is what somebody finds who lays the papers side by side, from the session to its last candidate', () => {
    holds(
      fc.property(compared, ({ events, history, from, to }) => {
        const found = changesBetween(history, from, to);
        expect(known(found.map(withoutBy))).toEqual(known(unlike(papersAt(events, from), papersAt(events, to))));
        expect(found.map(rank)).toEqual(found.map(rank).toSorted((a, b) => a - b));
      }),
      { runs: 60 },
    );
  });

  test('each change names the events after which that field said something else, whoever looks forwards or back', () => {
    holds(
      fc.property(near(6), ({ events, history, from, to }) => {
        const [first, last] = [Math.min(from, to), Math.max(from, to)];
        const papers = Array.from({ length: last - first + 1 }, (_, index) => papersAt(events, first + index));
        const between = events.slice(first, last);
        const expected = between.flatMap((event, index) => {
          const [was = EMPTY, is = EMPTY] = papers.slice(index);
          const { revision, actor, occurredAt, recordedAt, data } = event;
          const reason = 'reason' in data ? data.reason : null;
          return unlike(was, is).map(
            (field) => [nameOf(field), { revision, actor, occurredAt, recordedAt, reason }] as const,
          );
        });
        for (const change of changesBetween(history, from, to)) {
          expect(change.by).toEqual(expected.flatMap(([name, by]) => (name === nameOf(change) ? [by] : [])));
        }
      }),
      { runs: 60 },
    );
  });

  test('no step changes a word of the PV without a change that says so', () => {
    holds(
      fc.property(histories({ choices: 40 }), fc.nat(999), ({ events }, choice) => {
        const history = { events, unreadable: [] };
        const first = choice % (events.length + 1);
        let before = textOf(events, first);
        for (let place = first + 1; place <= Math.min(events.length, first + 8); place++) {
          const after = textOf(events, place);
          const changes = changesBetween(history, place - 1, place);
          expect(JSON.stringify(changes)).not.toMatch(/\[object|undefined|NaN/);
          if (before !== after) expect(changes.map(({ document }) => document)).toContain('pv');
          before = after;
        }
      }),
      { runs: 40 },
    );
  });
});

/** The PV without its last line, which names the revision. */
const textOf = (events: History['events'], place: number): string =>
  pvText(project(pv, events.slice(0, place))).replace(/État du registre au rang \d+\.\n$/, '');

describe('Whatever the history, between any two submissions', () => {
  test('the sheet changed in the fields in which the two sheets differ', () => {
    let pairs = 0;
    holds(
      fc.property(histories(), (told) => {
        const events = asErased(told.events);
        const history = { events, unreadable: [] };
        const placeOf = ({ revision }: AttendanceSheet): number =>
          1 + events.findIndex((one) => one.revision === revision);
        const all = project(submissions, events).submissions;
        for (const [index, { sheet }] of all.entries()) {
          const next = all[index + 1];
          if (next === undefined) continue;
          pairs++;
          const found = changesBetweenSubmissions(history, index + 1, index + 2);
          expect(ofTheSheet(found)).toEqual(differences(sheet, next.sheet));
          const [from = 0, to = 0] = [sheet, next.sheet].map(placeOf);
          expect(found).toEqual(changesBetween(history, from, to));
          expect(changesBetweenSubmissions(history, index + 2, index + 1)).toEqual(changesBetween(history, to, from));
        }
      }),
      { runs: 40 },
    );
    if (isWhole) expect(pairs).toBeGreaterThan(3);
  });
});
