import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { derive, merge } from '../../src/projections/compose.ts';
import { advance, type Projection, project, pv, results, sheetsModel } from '../../src/projections/index.ts';
import { replaced } from '../../src/projections/note.ts';
import { minutes } from '../../src/projections/pv/pv.ts';
import { roster } from '../../src/projections/sheet/roster.ts';
import { holds, isWhole } from '../support/property.ts';
import { morningEvents, revisionOf } from './morning.ts';

const VIEWS: readonly (readonly [name: string, projection: Projection<object>])[] = [
  ['the PV', pv as unknown as Projection<object>],
  ['the results', results as unknown as Projection<object>],
  ['what the sheet keeps', sheetsModel.row as unknown as Projection<object>],
  ['what the sheet and the PV keep', minutes as unknown as Projection<object>],
];

test('Many events come at once to a view that can take them so, and else one by one', () => {
  const counting: Projection<number> = { initial: 0, on: { SessionPlanned: (count) => count + 1 } };
  const [events = []] = fc.sample(histories(), { numRuns: 1, seed: 1 }).map((told) => told.events);
  expect(project(counting, events)).toBe(1);
  expect(project({ ...counting, over: (view, all) => view + 1000 + [...all].length }, events)).toBe(
    1000 + events.length,
  );
});

test('A view made of others is the same where none of them has become another', () => {
  const [planned] = fc.sample(histories(), { numRuns: 1, seed: 1 })[0]?.events ?? [];
  if (planned === undefined) throw new Error('nothing was planned');
  const still: Projection<{ readonly a: number }> = { initial: { a: 1 }, on: { SessionPlanned: (view) => view } };
  const other: Projection<{ readonly b: number }> = { initial: { b: 2 }, on: { SessionPlanned: (view) => view } };
  const both = merge(still, other);
  const view = { a: 3, b: 4 };
  expect(advance(both, view, planned)).toBe(view);
  expect(project(both, [planned], view)).toBe(view);
  const derived = derive(still, ({ a }) => ({ twice: 2 * a }));
  const whole = { a: 3, twice: 6 };
  expect(project(derived, [planned], whole)).toBe(whole);
});

test('A view made of others begins as they do, handles what one of them does, and has what each comes to', () => {
  const [planned, added] = fc.sample(histories(), { numRuns: 1, seed: 1 })[0]?.events ?? [];
  if (planned === undefined || added?.type !== 'ExaminerAdded') throw new Error('nothing was planned');
  const a: Projection<{ readonly a: number }> = {
    initial: { a: 1 },
    on: { SessionPlanned: (view) => ({ a: view.a + 1 }) },
  };
  const b: Projection<{ readonly b: number }> = {
    initial: { b: 2 },
    on: { ExaminerAdded: (view) => ({ b: view.b + 1 }) },
  };
  const both = merge(b, a);
  expect(both.initial).toEqual({ a: 1, b: 2 });
  expect(Object.keys(both.on)).toEqual(['SessionPlanned', 'ExaminerAdded']);
  expect([planned, added].map((event) => advance(both, both.initial, event))).toEqual([
    { a: 2, b: 2 },
    { a: 1, b: 3 },
  ]);
  expect(project(both, [planned, added])).toEqual({ a: 2, b: 3 });
  const derived = derive(a, ({ a: kept }) => ({ twice: 2 * kept }));
  expect(derived.initial).toEqual({ a: 1, twice: 2 });
  expect(Object.keys(derived.on)).toEqual(['SessionPlanned']);
  expect(advance(derived, derived.initial, planned)).toEqual({ a: 2, twice: 4 });
  expect(project(derived, [planned, planned])).toEqual({ a: 3, twice: 6 });
});

test('A notebook in which nothing is replaced is the same', () => {
  const book = { standing: [], retracted: [] };
  expect(replaced(book, [])).toBe(book);
});

describe.each(VIEWS)('Many events that come at once to %s', (_, projection) => {
  test('make of it to the letter what they make of it one by one, however they come', () => {
    holds(
      fc.property(histories(), fc.nat(100), fc.nat(30), ({ events: told }, cut, more) => {
        const at = Math.floor((told.length * cut) / 100);
        const events = told.slice(0, at + more);
        let one = projection.initial;
        for (const event of events) one = advance(projection, one, event);
        const many = project(projection, events.values(), project(projection, events.slice(0, at).values()));
        expect(JSON.stringify(many)).toBe(JSON.stringify(one));
      }),
      { runs: 40 },
    );
  });

  test('and are about nothing that it shows leave it as it is', () => {
    expect(project(projection, [])).toBe(projection.initial);
  });
});

test('Many events at once make no line again of whom they do not speak, unless the clock started or somebody was erased', () => {
  let same = 0;
  holds(
    fc.property(histories({ choices: 40 }), fc.nat(100), fc.nat(8), ({ events }, cut, more) => {
      const at = Math.floor((events.length * cut) / 100);
      const batch = events.slice(at, at + more);
      const before = project(roster, events.slice(0, at));
      const after = project(roster, batch, before);
      if (batch.some(({ type }) => ['AccessCodeGiven', 'StartCorrected', 'PersonErased'].includes(type))) return;
      for (const [place, line] of before.lines.entries()) {
        const isSame = batch.every(({ data }) => Reflect.get(data, 'candidate') !== line.number);
        if (isSame) expect(after.lines[place]).toBe(line);
        same += Number(isSame);
      }
      if (batch.length === 0) expect(after).toBe(before);
    }),
    { runs: 60 },
  );
  if (isWhole) expect(same).toBeGreaterThan(30);
});

test('When the clock starts, or is known to have started at another time, every line shows it', () => {
  const morning = morningEvents();
  for (const type of ['AccessCodeGiven', 'StartCorrected'] as const) {
    const place = revisionOf(morning, type);
    const at = morning.slice(0, place);
    expect(project(roster, at.slice(-1), project(roster, at.slice(0, -1)))).toEqual(project(roster, at));
  }
  const given = revisionOf(morning, 'AccessCodeGiven');
  const statusOf1 = (count: number) => project(roster, morning.slice(0, count)).lines[0]?.status;
  expect([given - 1, given].map(statusOf1)).toEqual(['present', 'testing']);
});
