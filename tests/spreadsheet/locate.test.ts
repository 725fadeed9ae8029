import type { CellValue } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { locateSheets, readSheets } from '../../src/adapters/spreadsheet/index.ts';
import { codeOf, issue, must, opened, plan, SLOT, say } from '../support/asked.ts';
import { HEAD, HEADINGS, row, tab, workbookOf, written } from './support/filled.ts';

/** A register with the sessions of a morning in two rooms, the second one with an access code. */
async function morning() {
  const { register } = opened(openMemoryStore());
  await must(register.handle(plan('b204')));
  await must(register.handle(plan('b206', { slot: { ...SLOT, room: 'B206' } })));
  await must(register.handle(issue('b206')));
  return { register, code: String(await codeOf(register, 'b206')) };
}

/** A tab with this head; a label without a value is left out. */
const headed = (changes: Readonly<Record<string, CellValue>>, name = 'Session 1') => {
  const usual = HEAD.filter(([label]) => !(String(label) in changes)).map((cells) => [...cells]);
  const others = Object.entries(changes).flatMap(([label, value]) => (value === null ? [] : [[label, value]]));
  return tab([...usual, ...others, [...HEADINGS], row()], name);
};

async function locate(agenda: Parameters<typeof locateSheets>[1], ...tabs: ReturnType<typeof tab>[]) {
  const { sheets, faults } = readSheets(workbookOf(await written('ods', ...tabs)));
  expect(faults).toEqual([]);
  return locateSheets(sheets, agenda);
}

const SLOTLESS = { Date: null, 'Heure (début/fin)': null, Site: null, Salle: null };

test('the session of a sheet is found by its slot, however the site and the room are spelled', async () => {
  const { register } = await morning();
  const found = await locate(await register.agenda(), headed({ Site: 'BATIMENT PRINCIPAL', Salle: 'b 204' }));
  expect(found.faults).toMatchObject([{ rule: 'session-not-found' }]);
  const spelled = await locate(await register.agenda(), headed({ Site: '  bâtiment   PRINCIPAL', Salle: 'b204' }));
  expect(spelled).toMatchObject({ located: [{ session: 'b204' }], faults: [] });
});

test('it is found by its access code, or by its number, wherever the label and the value stand', async () => {
  const { register, code } = await morning();
  const agenda = await register.agenda();
  expect(await locate(agenda, headed({ ...SLOTLESS, 'Code d’accès': code }))).toMatchObject({
    located: [{ session: 'b206' }],
  });
  expect(await locate(agenda, headed({ ...SLOTLESS, 'Session n°': 'b206' }))).toMatchObject({
    located: [{ session: 'b206' }],
  });
  const inOneCell = { 'Session n°': null, 'Numéro de session : b206': '' };
  expect(await locate(agenda, headed({ ...SLOTLESS, ...inOneCell }))).toMatchObject({ located: [{ session: 'b206' }] });
});

test('hours are read from one cell or from two', async () => {
  const { register } = await morning();
  const agenda = await register.agenda();
  const hours = { 'Heure (début/fin)': null, 'Heure de début': '8h30', 'Heure de fin': '10 h 30' };
  for (const head of [
    hours,
    { 'Heure (début/fin)': 'de 8h30 à 10h30' },
    { Date: new Date('2019-05-14T00:00:00Z') },
    { Date: '14 mai 2019' },
  ]) {
    expect(await locate(agenda, headed(head))).toMatchObject({ located: [{ session: 'b204' }], faults: [] });
  }
});

test('a head that contradicts the record is refused where it does, with what the record says', async () => {
  const { register, code } = await morning();
  const agenda = await register.agenda();
  const wrongRoom = await locate(agenda, headed({ 'Code d’accès': code }));
  expect(wrongRoom.located).toEqual([]);
  expect(wrongRoom.faults).toMatchObject([
    { rule: 'session-disagrees', value: 'B204', cell: 'B7', fr: expect.stringContaining('B206') },
  ]);
  const wrongNumber = await locate(agenda, headed({ ...SLOTLESS, 'Session n°': 'b204', 'Code d’accès': code }));
  expect(wrongNumber.faults).toMatchObject([{ rule: 'session-disagrees', value: 'b204' }]);
  const late = await locate(agenda, headed({ 'Session n°': 'b204', 'Heure (début/fin)': '09:00 / 10:30' }));
  expect(late.faults).toMatchObject([{ rule: 'session-disagrees', value: '09:00' }]);
});

test('a tab of another centre is refused', async () => {
  const { register } = await morning();
  const { located, faults } = await locate(await register.agenda(), headed({ Établissement: 'Lycée Jean-Moulin' }));
  expect(located).toEqual([]);
  expect(faults).toMatchObject([
    { rule: 'another-centre', value: 'Lycée Jean-Moulin', fr: expect.stringContaining('Lycée Marcel-Sembat') },
  ]);
});

test('an establishment may be followed by its address', async () => {
  const { register } = await morning();
  const head = { Établissement: 'Lycée Marcel-Sembat, 128 rue Léon Salva, 76300 Sotteville-lès-Rouen' };
  expect(await locate(await register.agenda(), headed(head))).toMatchObject({
    located: [{ session: 'b204' }],
    faults: [],
  });
});

test('two tabs for one session are refused, since only one of them can be right', async () => {
  const { register } = await morning();
  const { located, faults } = await locate(await register.agenda(), headed({}, 'Matin'), headed({}, 'Matin bis'));
  expect(located).toHaveLength(1);
  expect(faults).toMatchObject([
    { rule: 'session-in-two-tabs', tab: 'Matin bis', fr: expect.stringContaining('« Matin »') },
  ]);
});

test('what names no session, one that nobody planned, or several is refused', async () => {
  const { register } = await morning();
  await must(register.handle(plan('encore')));
  await must(register.handle(plan('annulee', { slot: { ...SLOT, room: 'B208' } })));
  await must(register.handle(say('annulee', 'CancelSession', { reason: 'Grève' })));
  const agenda = await register.agenda();
  const rules = async (head: Readonly<Record<string, CellValue>>) =>
    (await locate(agenda, headed(head))).faults.map(({ rule }) => rule);
  expect(await rules(SLOTLESS)).toEqual(['session-not-named']);
  expect(await rules({ Salle: 'B208' })).toEqual(['session-not-found']);
  expect(await rules({ 'Code d’accès': 'ABCD12' })).toEqual(['session-not-found']);
  expect(await rules({})).toEqual(['session-ambiguous']);
});

test('a head that cannot be read is refused in its cells', async () => {
  const bytes = await written('ods', headed({ Date: 'mardi', 'Heure (début/fin)': 'le matin', 'Code d’accès': 'abc' }));
  const { faults } = readSheets(workbookOf(bytes));
  expect(faults.map(({ rule, value }) => [rule, value])).toEqual([
    ['access-code-shape', 'abc'],
    ['date-readable', 'mardi'],
    ['hours-readable', 'le matin'],
  ]);
});
