import { type CellValue, writeOds } from 'hucre/ods';
import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import {
  readSheets,
  readWorkbook,
  type SheetsReading,
  type Workbook,
} from '../../../src/adapters/spreadsheet/index.ts';

/** The two formats of an office suite. */
export const FORMATS = ['ods', 'xlsx'] as const;

export type Format = (typeof FORMATS)[number];

/** The headings of the procedure's sheet, as centres have them. */
export const HEADINGS = [
  'N°',
  'NOM',
  'Prénom',
  'Lieu de naissance',
  'Date de naissance\n(format : jj/mm/aaaa)',
  'Adresse électronique de convocation',
  'Identifiant (INE)',
  'Temps majoré ?',
  'Signature',
  'Numéro de certification\n(sans le #)',
  'Écran de fin de test vu\n(cocher)',
  'Commentaires / Signalements',
] as const;

/** The head of the sheet of the sessions of tests. */
export const HEAD: readonly (readonly CellValue[])[] = [
  ['Feuille d’émargement — session de certification'],
  ['Établissement', 'Lycée Marcel-Sembat'],
  ['Session n°', 1],
  ['Date', '14/05/2019'],
  ['Heure (début/fin)', '08:30 / 10:30'],
  ['Site', 'Bâtiment principal'],
  ['Salle', 'B204'],
  ['Examinateur', 'Lefèvre Anne-Sophie'],
  [],
];

/** The row of the first candidate, as the spreadsheet counts it. */
export const FIRST = HEAD.length + 2;

/** What a test fills in; what it leaves out is as in a good line. */
export interface Line {
  readonly number?: CellValue;
  readonly surname?: CellValue;
  readonly firstName?: CellValue;
  readonly birthPlace?: CellValue;
  readonly birthDate?: CellValue;
  readonly email?: CellValue;
  readonly ine?: CellValue;
  readonly extraTime?: CellValue;
  readonly certificationNumber?: CellValue;
  readonly endScreen?: CellValue;
  readonly comments?: CellValue;
}

/** One line of the sheet. */
export const row = (line: Line = {}): CellValue[] => [
  line.number ?? null,
  line.surname === undefined ? 'MARTIN' : line.surname,
  line.firstName === undefined ? 'Léa' : line.firstName,
  line.birthPlace === undefined ? 'Rouen' : line.birthPlace,
  line.birthDate === undefined ? '11/02/2003' : line.birthDate,
  line.email ?? null,
  line.ine ?? null,
  line.extraTime ?? null,
  null,
  line.certificationNumber ?? null,
  line.endScreen ?? null,
  line.comments ?? null,
];

/** The rows of a tab: its head, its headings, and these lines. */
export const sheetRows = (...lines: readonly Line[]): CellValue[][] => [
  ...HEAD.map((cells) => [...cells]),
  [...HEADINGS],
  ...lines.map(row),
];

/** A tab of these rows. */
export const tab = (rows: CellValue[][], name = 'Session 1', others: Partial<WriteSheet> = {}): WriteSheet => ({
  name,
  rows,
  ...others,
});

/** The details of one cell, counted from 0 as the writer does. */
export const cellAt = (line: number, column: number, cell: Partial<Cell>): Map<string, Partial<Cell>> =>
  new Map([[`${line - 1},${column - 1}`, cell]]);

/** A workbook in one of the formats, written by another library than reads it. */
export const written = (format: Format, ...sheets: readonly WriteSheet[]): Promise<Uint8Array> =>
  (format === 'ods' ? writeOds : writeXlsx)({ sheets: [...sheets] });

/** What a file holds; it must be readable. */
export function workbookOf(bytes: Uint8Array, file = 'feuille.ods'): Workbook {
  const reading = readWorkbook(bytes, { file });
  if (reading.kind === 'read') return reading.workbook;
  throw new Error(`not read: ${JSON.stringify(reading.faults)}`);
}

/** Why a file cannot be read: its rules. */
export function refusalOf(bytes: Uint8Array): readonly string[] {
  const reading = readWorkbook(bytes, { file: 'fichier' });
  return reading.kind === 'refused' ? reading.faults.map(({ rule }) => rule) : [];
}

/** The sheets of a workbook of these lines. */
export const filled = async (...lines: readonly Line[]): Promise<SheetsReading> =>
  readSheets(workbookOf(await written('xlsx', tab(sheetRows(...lines)))));

/** Where each fault is: `[rule, cell]`. */
export const places = ({ faults }: Pick<SheetsReading, 'faults'>): readonly (readonly [string, string | null])[] =>
  faults.map(({ rule, cell }) => [rule, cell]);
