import { type ExaminerName, examinerName } from '../../domain/values/people.ts';
import type { Row } from './csv.ts';
import type { KnownColumn } from './headingRow.ts';
import { refuse } from './issues.ts';
import { splitName } from './names.ts';
import { columnOf, faultIn, noticeIn, optional, required, type Sheet } from './sheet.ts';

/** An examiner of a row, with the identifier that the row gives, or `null`. */
export interface NamedExaminer {
  readonly name: ExaminerName;
  readonly given: string | null;
  /** The column of the name, and of the identifier where there is one. */
  readonly nameColumn: KnownColumn;
  readonly identityColumn: KnownColumn | undefined;
}

/** « et » and a slash separate persons; the other signs separate persons for some and parts of a name for others. */
const SEPARATOR = /(?:^|\s+)et(?:\s+|$)|\s*\/\s*/iu;
const UNCLEAR = /[;,&+]/;

const persons = (cell: string): string[] => (cell === '' ? [] : cell.split(SEPARATOR));

/** The persons, or their surnames or first names, of a cell that has to be filled in. */
function personsIn(sheet: Sheet, row: Row, column: KnownColumn | undefined): string[] {
  const cell = required(sheet, row, column);
  const all = persons(cell);
  if (UNCLEAR.test(cell) || all.includes('')) faultIn(sheet, row, column, 'examiners-ambiguous');
  return all;
}

/** The names of one cell that holds both parts, or none where they cannot be told. */
function wholeNames(sheet: Sheet, row: Row, column: KnownColumn): ExaminerName[] {
  const names = personsIn(sheet, row, column).map(splitName);
  const split = names.filter((name) => name !== null);
  if (split.length < names.length) faultIn(sheet, row, column, 'examiner-name-two-parts');
  if (sheet.report.isCellFaulty(row.line, column)) return [];
  if (split.some(({ guessed }) => guessed)) noticeIn(sheet, row, column, 'examiner-name-guessed');
  return split.map(({ surname, firstName }) => ({ surname, firstName }));
}

/**
 * The names of two cells, one for each part: the first surname goes with the first first name, and so on. Where they cannot
 * be paired they are one name, for what the domain has to say about either.
 */
function pairedNames(sheet: Sheet, row: Row, column: KnownColumn, other: KnownColumn | undefined): ExaminerName[] {
  const surnames = personsIn(sheet, row, column);
  const firstNames = personsIn(sheet, row, other);
  if (surnames.length === firstNames.length) {
    return surnames.map((surname, at) => ({ surname, firstName: String(firstNames[at]) }));
  }
  if (surnames.length > 0 && firstNames.length > 0) faultIn(sheet, row, column, 'examiners-ambiguous');
  return [{ surname: surnames.join(' '), firstName: firstNames.join(' ') }];
}

/** Reads the examiners of the columns of one rank. A second examiner is optional; half of a name is not. */
function ofRank(sheet: Sheet, row: Row, rank: number): NamedExaminer[] {
  const whole = columnOf(sheet, 'examiner', rank);
  const [surname, firstName] = [columnOf(sheet, 'surname', rank), columnOf(sheet, 'firstName', rank)];
  const identityColumn = columnOf(sheet, 'identity', rank);
  const nameColumn = whole ?? surname;
  const given = persons(optional(sheet, row, identityColumn));
  const isExpected =
    rank === 1 || given.length > 0 || [whole, surname, firstName].some((column) => optional(sheet, row, column) !== '');
  if (nameColumn === undefined || !isExpected) return [];
  const names = whole === undefined ? pairedNames(sheet, row, nameColumn, firstName) : wholeNames(sheet, row, whole);
  const isTold = given.length > 0 && !sheet.report.isCellFaulty(row.line, nameColumn);
  if (isTold && given.length !== names.length) faultIn(sheet, row, identityColumn, 'examiners-ambiguous');
  return names.flatMap((name, at) => {
    const read = examinerName.safeParse(name);
    if (read.success) return [{ name: read.data, given: given[at] ?? null, nameColumn, identityColumn }];
    refuse(sheet, row, read.error.issues, (part) => whole ?? (part === 'firstName' ? firstName : surname));
    return [];
  });
}

/**
 * Reads « Nom et prénom de l'enseignant (examineur) » of a row, and those of « Surveillant 2 » and so on; several persons
 * in one cell are separated by « et » or a slash.
 */
export const readExaminers = (sheet: Sheet, row: Row): NamedExaminer[] =>
  [...new Set(sheet.columns.map(({ rank }) => rank))].toSorted().flatMap((rank) => ofRank(sheet, row, rank));
