import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, readSheets } from '../../src/adapters/spreadsheet/index.ts';
import { emails, identities, remarks, writtenExtraTimes } from '../../src/adapters/testing/arbitraries/index.ts';
import { histories } from '../../src/adapters/testing/histories/index.ts';
import { areHomonyms } from '../../src/domain/values/people.ts';
import { isErased } from '../../src/domain/values/personal.ts';
import { sheetField } from '../../src/domain/values/policy.ts';
import { project } from '../../src/projections/projection.ts';
import { attendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { cellOf } from '../../src/projections/sheet/cells.ts';
import { COLUMNS } from '../../src/projections/sheet/columns.ts';
import { EXAMINER, must } from '../support/asked.ts';
import { holds } from '../support/property.ts';
import { FORMATS, HEAD, type Line, sheetRows, tab, workbookOf, written } from './support/filled.ts';
import { planned } from './support/session.ts';

/** Somebody as a teacher fills in a line, before the test and after it. */
const people = fc.record({
  identity: identities,
  isRealDate: fc.boolean(),
  email: fc.option(emails),
  ine: fc.option(fc.constantFrom('1203456701B', '120345670AB')),
  extraTime: fc.option(writtenExtraTimes),
  tick: fc.constantFrom('X', 'x', 'oui', null),
  comments: fc.option(remarks),
});

type Person = typeof people extends fc.Arbitrary<infer P> ? P : never;

const classes = fc.uniqueArray(people, {
  minLength: 1,
  maxLength: 20,
  comparator: (a, b) => areHomonyms(a.identity, b.identity),
});

const before = ({ identity, isRealDate, email, ine, extraTime }: Person, at: number): Line => ({
  number: at + 1,
  ...identity,
  birthDate: isRealDate ? new Date(identity.birthDate) : identity.birthDate.split('-').reverse().join('/'),
  email,
  ine,
  extraTime: extraTime?.written ?? null,
});

const after = (person: Person, at: number): Line => ({
  ...before(person, at),
  certificationNumber: 410_200 + 7 * at,
  endScreen: person.tick,
  comments: person.comments,
});

test('whatever is filled in, before the test and after it, is what the record shows then; the same file again changes nothing', async () => {
  const property = fc.asyncProperty(classes, fc.constantFrom(...FORMATS), async (all, format) => {
    const session = await planned();
    const first = await written(format, tab(sheetRows(...all.map(before))));
    const registration = await session.difference(first, 'registration');
    expect(registration.faults).toEqual([]);
    await must(session.apply(registration));
    expect(await session.lines()).toMatchObject(
      all.map(({ identity, email, ine, extraTime }, at) => ({
        number: at + 1,
        identity,
        email,
        identifier: ine === null ? null : { kind: 'ine', value: ine },
        declared: { extraTime: extraTime?.means ?? null },
      })),
    );
    expect(await session.difference(first, 'registration')).toMatchObject({ changes: [], commands: [], faults: [] });

    await session.start();
    await session.close();
    const second = await written(format, tab(sheetRows(...all.map(after))));
    const completion = await session.difference(second, 'completion');
    expect(completion.faults).toEqual([]);
    await must(session.apply(completion));
    expect(
      (await session.lines()).map((line) => [line.certificationNumber, line.endScreen?.type, cellOf(line, 'comments')]),
    ).toEqual(
      all.map(({ tick, comments }, at) => {
        const unseen = comments === null ? undefined : 'EndScreenNotSeen';
        return [String(410_200 + 7 * at), tick === null ? unseen : 'EndScreenSeen', comments ?? ''];
      }),
    );
    expect(await session.difference(second, 'completion')).toMatchObject({ changes: [], commands: [], faults: [] });
  });
  await holds(property, { runs: 40 });
});

test('a sheet that shows what the record shows says nothing new, whatever happened in the session', async () => {
  const fields = sheetField.options;
  const property = fc.asyncProperty(
    histories({ mistakes: 0 }),
    fc.constantFrom(...FORMATS),
    async ({ events }, format) => {
      const lines = project(attendanceSheet, events).lines.filter(({ withdrawn }) => !withdrawn);
      const rows = lines.map((line) => [line.number, ...fields.map((field) => cellOf(line, field))]);
      const bytes = await written(
        format,
        tab([...HEAD.map((row) => [...row]), ['N°', ...fields.map((field) => COLUMNS[field])], ...rows]),
      );
      const { sheets, faults } = readSheets(workbookOf(bytes));
      expect(faults.filter(({ rule }) => rule !== 'sheets-blank')).toEqual([]);
      const [sheet] = sheets;
      if (sheet === undefined) return;
      const options = { phase: 'completion', actor: EXAMINER, digest: '0'.repeat(64), now: 0 } as const;
      const { changes, commands } = differenceOf(sheet, events, options);
      const erased = lines.filter(({ identity }) => isErased(identity)).map(({ number }) => number);
      expect(changes.filter(({ candidate }) => candidate === null || !erased.includes(candidate))).toEqual([]);
      expect(commands).toEqual([]);
    },
  );
  await holds(property, { runs: 60 });
});
