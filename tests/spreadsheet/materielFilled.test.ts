import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, readSheets, writeMateriel, writeSheet } from '../../src/adapters/spreadsheet/index.ts';
import { emails, identities, remarks, writtenExtraTimes } from '../../src/adapters/testing/arbitraries/index.ts';
import { histories } from '../../src/adapters/testing/histories/index.ts';
import { areHomonyms } from '../../src/domain/values/people.ts';
import { isErased } from '../../src/domain/values/personal.ts';
import { project } from '../../src/projections/projection.ts';
import { attendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { cellOf } from '../../src/projections/sheet/cells.ts';
import { EXAMINER, must } from '../support/asked.ts';
import { holds } from '../support/property.ts';
import { FORMATS, workbookOf } from './support/filled.ts';
import { planned, SESSION } from './support/session.ts';
import { typed } from './support/typed.ts';

const formats = fc.constantFrom(...FORMATS);

/** Somebody as a teacher types a line, before the test and after it; some texts begin as a formula does. */
const people = fc.record({
  identity: identities,
  place: fc.constantFrom('Rouen', '=1+1', '+33', '-', '@home', '#REF!'),
  email: fc.option(emails),
  ine: fc.option(fc.constantFrom('1203456701B', '120345670AB')),
  extraTime: fc.option(writtenExtraTimes),
  tick: fc.constantFrom('X', 'x', 'vu', null),
  comments: fc.option(fc.oneof(remarks, fc.constantFrom('=A1', '- parti tôt', '@voir le PV', 'poste\t12\nremplacé'))),
});

const classes = fc.uniqueArray(people, {
  minLength: 1,
  maxLength: 20,
  comparator: (a, b) => areHomonyms(a.identity, b.identity),
});

test('the « Matériel certification » is filled in, completed and submitted without retyping anything', async () => {
  const property = fc.asyncProperty(classes, formats, async (all, format) => {
    const session = await planned();
    const materiel = await writeMateriel([await session.register.sheet(SESSION)], { format });
    const filled = typed(
      format,
      materiel,
      ...all.map(({ identity, place, email, ine, extraTime }, at) => {
        const { surname, firstName, birthDate } = identity;
        const day = birthDate.split('-').reverse().join('/');
        const written = extraTime === null ? null : String(extraTime.written);
        return { tab: 1, line: at + 1, cells: [null, surname, firstName, place, day, email, ine, written] };
      }),
    );
    const registration = await session.difference(filled, 'registration');
    expect(registration.faults).toEqual([]);
    await must(session.apply(registration));
    expect(await session.lines()).toMatchObject(
      all.map(({ identity, place, email, ine, extraTime }, at) => ({
        number: at + 1,
        identity: { ...identity, birthPlace: place },
        email,
        identifier: ine === null ? null : { kind: 'ine', value: ine },
        declared: { extraTime: extraTime?.means ?? null },
      })),
    );

    await session.start();
    await session.close();
    const sheet = await writeSheet(await session.register.sheet(SESSION), { format });
    expect(await session.difference(sheet, 'registration')).toMatchObject({ changes: [], faults: [] });
    const completed = typed(
      format,
      sheet,
      ...all.map(({ tick, comments }, at) => ({
        tab: 0,
        line: at + 1,
        cells: [null, null, null, null, null, null, null, null, null, `00${410_200 + at}`, tick, comments],
      })),
    );
    const completion = await session.difference(completed, 'completion');
    expect(completion.faults).toEqual([]);
    await must(session.apply(completion));
    const lines = await session.lines();
    expect(lines.map((line) => line.certificationNumber)).toEqual(all.map((_, at) => `00${410_200 + at}`));
    expect(lines.map((line) => cellOf(line, 'comments'))).toEqual(all.map(({ comments }) => comments ?? ''));
    const again = await writeSheet(await session.register.sheet(SESSION), { format });
    expect(await session.difference(again, 'completion')).toMatchObject({ changes: [], commands: [], faults: [] });
  });
  await holds(property, { runs: 30 });
});

test('a sheet that is written says what the record says, whatever happened in the session', async () => {
  const property = fc.asyncProperty(histories({ mistakes: 0 }), formats, async ({ events }, format) => {
    const recorded = project(attendanceSheet, events);
    const { sheets, faults } = readSheets(workbookOf(await writeSheet(recorded, { format })));
    expect(faults.filter(({ rule }) => rule !== 'sheets-blank')).toEqual([]);
    const present = recorded.lines.filter(({ withdrawn, identity }) => !withdrawn && !isErased(identity));
    const [sheet] = sheets;
    expect(sheet?.lines.map(({ number }) => number) ?? []).toEqual(present.map(({ number }) => number));
    if (sheet === undefined) return;
    const options = { phase: 'completion', actor: EXAMINER, digest: '0'.repeat(64), now: 0 } as const;
    const { changes, commands } = differenceOf(sheet, events, options);
    const known = present.map(({ number }) => number);
    expect(changes.filter(({ candidate }) => candidate === null || known.includes(candidate))).toEqual([]);
    expect(commands).toEqual([]);
  });
  await holds(property, { runs: 80 });
});

test('before the start, blank lines are left for who is not registered yet; after it there are none', async () => {
  const session = await planned();
  const numbers = async (): Promise<readonly string[]> => {
    const bytes = await writeSheet(await session.register.sheet(SESSION), { format: 'ods' });
    const rows = workbookOf(bytes).tabs[0]?.rows ?? [];
    return rows.slice(8).map(({ cells: [number] }) => (number?.kind === 'number' ? String(number.value) : ''));
  };
  const say = (type: string, data: object) =>
    must(session.register.handle({ session: SESSION, actor: EXAMINER, type, data }));
  const identity = { surname: 'MARTIN', firstName: 'Léa', birthDate: '2003-02-11', birthPlace: 'Rouen' };
  await say('RegisterCandidate', { identity });
  await say('RegisterCandidate', { identity: { ...identity, surname: 'BERNARD', birthDate: '1900-01-02' } });
  await say('WithdrawCandidate', { candidate: 1 });
  expect(await numbers()).toEqual(['', '2', ...Array.from({ length: 19 }, (_, at) => String(at + 3))]);
  await session.start();
  expect(await numbers()).toEqual(['', '2']);
  const { sheets } = readSheets(
    workbookOf(await writeSheet(await session.register.sheet(SESSION), { format: 'xlsx' })),
  );
  expect(sheets[0]?.lines.map((line) => line.identity.birthDate)).toEqual(['1900-01-02']);
});
