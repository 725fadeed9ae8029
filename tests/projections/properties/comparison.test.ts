import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type History, histories } from '../../../src/adapters/testing/histories/histories.ts';
import { asErased } from '../../../src/domain/erasure.ts';
import {
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

/** A history with two places of it, in whatever order. */
const compared = fc
  .record({ told: histories({ choices: 40 }), a: fc.nat(999), b: fc.nat(999) })
  .map(({ told: { events }, a, b }) => ({
    events,
    history: { events, unreadable: [] },
    from: a % (events.length + 1),
    to: b % (events.length + 1),
  }));

const fieldOf = ({ document, candidate, field }: Change): string => JSON.stringify([document, candidate, field]);

/** The sheet's differences, as changes name them. */
const ofTheSheet = (changes: readonly Change[]) =>
  changes
    .filter(({ document }) => document === 'sheet')
    .map(({ candidate, field, before, after }) => ({ candidate, field, before, after }));

describe('Whatever the history, between any two of its moments', () => {
  test('the sheet changed in the fields in which the two sheets differ', () => {
    holds(
      fc.property(compared, ({ events, history, from, to }) => {
        const sheetAt = (place: number) => project(attendanceSheet, events.slice(0, place));
        const found = ofTheSheet(changesBetween(history, from, to));
        const expected = differences(sheetAt(from), sheetAt(to));
        const known = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
        expect(known(found)).toEqual(known(expected));
      }),
      { runs: 60 },
    );
  });

  test('the changes by step come to what changed in the end', () => {
    holds(
      fc.property(compared, ({ history, from, to }) => {
        const [first, last] = [Math.min(from, to), Math.max(from, to)];
        const stands = new Map<string, { before: string; after: string }>();
        for (let place = first; place < last; place++) {
          for (const change of changesBetween(history, place, place + 1)) {
            const { before } = stands.get(fieldOf(change)) ?? { before: change.before ?? '' };
            stands.set(fieldOf(change), { before, after: change.after ?? '' });
          }
        }
        const composed = [...stands].filter(([, { before, after }]) => before !== after);
        const net = changesBetween(history, first, last).map((change): [string, { before: string; after: string }] => [
          fieldOf(change),
          { before: change.before ?? '', after: change.after ?? '' },
        ]);
        expect(new Map(composed)).toEqual(new Map(net));
      }),
      { runs: 30 },
    );
  });

  test('each change names events between the two, and each of these changed that field', () => {
    holds(
      fc.property(compared, ({ events, history, from, to }) => {
        const [first, last] = [Math.min(from, to), Math.max(from, to)];
        const between = new Map(events.slice(first, last).map(({ revision }, index) => [revision, first + index]));
        const [change] = changesBetween(history, from, to);
        for (const { by } of changesBetween(history, from, to)) {
          expect(by).not.toEqual([]);
          for (const { revision } of by) expect(between.has(revision)).toBe(true);
        }
        for (const { revision } of change?.by ?? []) {
          const place = between.get(revision) ?? -1;
          expect(changesBetween(history, place, place + 1).map(fieldOf)).toContain(change && fieldOf(change));
        }
      }),
      { runs: 60 },
    );
  });

  test('the changes of one direction are those of the other, turned round', () => {
    holds(
      fc.property(compared, ({ history, from, to }) => {
        const turned = changesBetween(history, to, from).map((one) => ({
          ...one,
          before: one.after,
          after: one.before,
        }));
        const known = (all: readonly Change[]) => all.map((one) => JSON.stringify(one)).sort();
        expect(known(turned)).toEqual(known(changesBetween(history, from, to)));
      }),
      { runs: 40 },
    );
  });

  test('no step changes a word of the PV without a change that says so', () => {
    holds(
      fc.property(histories({ choices: 40 }), ({ events }) => {
        const history = { events, unreadable: [] };
        let before = textOf(events, 0);
        for (let place = 1; place <= events.length; place++) {
          const after = textOf(events, place);
          const changes = changesBetween(history, place - 1, place);
          expect(JSON.stringify(changes)).not.toMatch(/\[object|undefined|NaN/);
          if (before !== after) expect(changes.map(({ document }) => document)).toContain('pv');
          before = after;
        }
      }),
      { runs: 12 },
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
        const all = project(submissions, events).submissions;
        for (const [index, { sheet }] of all.entries()) {
          const next = all[index + 1];
          if (next === undefined) continue;
          pairs++;
          const found = ofTheSheet(changesBetweenSubmissions({ events, unreadable: [] }, index + 1, index + 2));
          expect(found).toEqual(differences(sheet, next.sheet));
        }
      }),
      { runs: 40 },
    );
    if (isWhole) expect(pairs).toBeGreaterThan(3);
  });
});
