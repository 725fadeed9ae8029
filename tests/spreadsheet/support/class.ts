import type { SheetDifference } from '../../../src/adapters/spreadsheet/index.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import { must } from '../../support/asked.ts';
import { type Line, sheetRows, tab, written } from './filled.ts';
import { planned } from './session.ts';

/** The candidates of these tests. */
export const LEA: Line = { number: 1, surname: 'MARTIN', firstName: 'Léa' };
export const HUGO: Line = {
  number: 2,
  surname: 'BERNARD',
  firstName: 'Hugo',
  birthDate: '30/07/2003',
  birthPlace: 'Dieppe',
};

/** A sheet of these lines. */
export const bytesOf = (...lines: readonly Line[]) => written('ods', tab(sheetRows(...lines)));

/** What differs: `[kind, candidate, field, by]`. */
export const told = ({ changes }: SheetDifference) =>
  changes.map(({ kind, candidate, field, by }) => [kind, candidate, field, by]);

/** What stands in the way: `[rule, cell]`. */
export const rules = ({ faults }: SheetDifference) => faults.map(({ rule, cell }) => [rule, cell]);

/** A session in which these two are registered from a sheet. */
export async function registered(store?: EventStore) {
  const session = await planned(store);
  await must(session.apply(await session.difference(await bytesOf(LEA, HUGO), 'registration')));
  return session;
}

/** The same, after the test. */
export async function closed(store?: EventStore) {
  const session = await registered(store);
  await session.start();
  await session.close();
  return session;
}
