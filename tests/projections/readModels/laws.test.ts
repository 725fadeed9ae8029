import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { frozen } from '../../../src/adapters/testing/laws/frozen.ts';
import { withErasure } from '../../../src/adapters/testing/laws/withErasure.ts';
import { asErased, withoutPersons } from '../../../src/domain/erasure.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import { personsOf } from '../../../src/domain/state/persons.ts';
import { advance, project, READ_MODELS, type ReadModel, sheetsModel, upTo } from '../../../src/projections/index.ts';
import { textsIn, textsOf } from '../../support/personal.ts';
import { holds, isWhole } from '../../support/property.ts';

const HISTORIES = histories({ choices: 100 });

/** What a row is found by, column by column. */
const foundBy = <Row extends object>({ columns }: ReadModel<Row>, row: Row) =>
  Object.fromEntries(Object.entries(columns).map(([name, valuesOf]) => [name, valuesOf(row)]));

/** What holds of the rows of every read model, whatever they show. */
function laws<Row extends object>(model: ReadModel<Row>): void {
  const { row: projection, keeps = () => true } = model;

  describe(`A row of the read model ${model.name}`, () => {
    test('is the same live, in one go, in batches, and when events are handed over again', () => {
      holds(
        fc.property(HISTORIES, fc.nat(100), ({ events }, cut) => {
          const whole = project(projection, events);
          const at = Math.floor((events.length * cut) / 100);
          const begun = project(projection, events.slice(0, at));
          expect(project(projection, events.slice(at), begun)).toEqual(whole);
          expect(project(projection, events.slice(at), whole)).toBe(whole);
        }),
        { runs: 60 },
      );
    });

    test('changes neither an event nor the row that it goes on from', () => {
      holds(
        fc.property(HISTORIES, ({ events }) => {
          let row = frozen(structuredClone(projection.initial));
          for (const event of events) row = frozen(advance(projection, row, frozen(structuredClone(event))));
          expect(row).toEqual(project(projection, events));
        }),
        { runs: 30 },
      );
    });

    test('is plain data: it can be stored as JSON at any moment, gone on from, and is found by the same', () => {
      holds(
        fc.property(HISTORIES, fc.nat(100), ({ events }, cut) => {
          const at = Math.floor((events.length * cut) / 100);
          const row = project(projection, events.slice(0, at));
          const stored: Row = JSON.parse(JSON.stringify(row));
          expect(stored).toEqual(row);
          expect(project(projection, events.slice(at), stored)).toEqual(project(projection, events));
          expect(foundBy(model, stored)).toEqual(foundBy(model, row));
          expect(keeps(stored)).toBe(keeps(row));
        }),
        { runs: 40 },
      );
    });

    test('is after an erasure what it would be if it had never known anything personal of the person', () => {
      holds(
        fc.property(histories({ choices: 100, mistakes: 0 }), ({ events }) => {
          expect(project(projection, events)).toEqual(project(projection, asErased(events)));
        }),
        { runs: 40 },
      );
    });

    test('has nothing left of who was erased, in what it shows and in what it is found by', () => {
      let looked = 0;
      holds(
        fc.property(histories({ choices: 100, mistakes: 0 }), fc.nat(), ({ events }, n) => {
          const persons = personsOf(replay(events).state);
          const person = persons[n % persons.length] ?? 'session';
          const row = project(projection, withErasure(events, person));
          const left = events.map((event) => withoutPersons(event, [person]));
          expect(row).toEqual(project(projection, withErasure(left, person)));
          const shown = [row, foundBy(model, row)].flatMap(textsIn).join('\n');
          for (const text of textsOf(person, events)) {
            looked += 1;
            if (!text.startsWith('épreuve n°')) expect(shown).not.toContain(text);
          }
        }),
        { runs: 40 },
      );
      if (isWhole) expect(looked).toBeGreaterThan(30);
    });

    test('is found by texts and numbers, of which none is of a candidate', () => {
      holds(
        fc.property(HISTORIES, ({ events }) => {
          const row = project(projection, events);
          const values = Object.values(foundBy(model, row)).flat();
          for (const value of values) expect(['string', 'number']).toContain(typeof value);
          const { candidates } = replay(events).state;
          const personal = candidates.flatMap(({ number }) => textsOf(`candidate-${number}`, events));
          for (const text of personal) expect(values).not.toContain(text);
        }),
        { runs: 40 },
      );
    });

    test('is nothing to find before anything is recorded', () => {
      const values = Object.entries(foundBy(model, projection.initial)).filter(([name]) => name !== 'status');
      for (const [, found] of values) expect(found).toEqual([]);
    });
  });
}

const ALL = [...READ_MODELS, sheetsModel] as unknown as readonly ReadModel<object>[];

for (const model of ALL) laws(model);

test('Read models have names of their own, which can name a table', () => {
  const names = ALL.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-zA-Z0-9-]+$/);
});

test('A session is found by its day, its examiners, and its centre with or without the city', () => {
  holds(
    fc.property(HISTORIES, fc.nat(100), ({ events }, cut) => {
      const until = upTo(events, 1 + Math.floor((events.length * cut) / 100));
      const { state } = replay(until);
      for (const model of ALL) {
        const found = foundBy(model, project(model.row, until));
        expect(found).toMatchObject({ date: [state.slot?.date], examiner: state.examiners });
        const [name, withCity] = (found as { readonly centre: readonly string[] }).centre;
        expect(String(withCity).startsWith(`${name}, `)).toBe(true);
      }
    }),
    { runs: 40 },
  );
});
