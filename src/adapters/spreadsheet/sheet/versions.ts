import type { ColumnMeaning } from './columns.ts';

/** A version of the attendance sheet that centres use. */
export interface SheetVersion {
  readonly name: string;
  /** What it must have, by which it is told from the others. */
  readonly needs: readonly ColumnMeaning[];
  /** What it may have beside. */
  readonly may: readonly ColumnMeaning[];
  /** How it is described to a person. */
  readonly says: string;
}

/** What every version may have: what is noted during the test, and optional particulars. */
const ALWAYS: readonly ColumnMeaning[] = [
  'number',
  'identifier',
  'ine',
  'localIdentifier',
  'extraTime',
  'signature',
  'certificationNumber',
  'endScreen',
  'comments',
];

const TOWN: readonly ColumnMeaning[] = ['birthDepartment', 'birthCountry'];

/** Several versions are in circulation at once. The first that fits is meant. */
export const SHEET_VERSIONS: readonly SheetVersion[] = [
  {
    name: '1.0',
    needs: ['surname', 'firstName', 'birthDate', 'birthPlace'],
    may: [...ALWAYS, 'email'],
    says: '1.0 (NOM, Prénom, Lieu de naissance, Date de naissance…)',
  },
  {
    name: '1.1',
    needs: ['surname', 'firstName', 'birthDate', 'birthTown'],
    may: [...ALWAYS, ...TOWN, 'email'],
    says: '1.1 (NOM, Prénom, Commune de naissance, Date de naissance…)',
  },
  {
    name: '1.2',
    needs: ['birthName', 'firstName', 'birthDate', 'birthTown'],
    may: [...ALWAYS, ...TOWN],
    says: '1.2 (Nom de naissance, Prénom, Commune de naissance, Date de naissance…)',
  },
  {
    name: '1.4',
    needs: ['birthName', 'firstName', 'birthDate', 'birthTown'],
    may: [...ALWAYS, ...TOWN, 'email', 'resultsEmail'],
    says: '1.4 (comme la 1.2, avec des adresses électroniques)',
  },
  {
    name: '1.5',
    needs: ['birthName', 'firstName', 'birthDate', 'birthTown', 'sex'],
    may: [...ALWAYS, ...TOWN, 'birthPostalCode', 'birthInsee', 'email', 'resultsEmail', 'billing', 'prepaymentCode'],
    says: '1.5 (comme la 1.4, avec le sexe et les codes de la commune)',
  },
];

/** All versions that are known, for a finding. */
export const KNOWN_VERSIONS = SHEET_VERSIONS.map(({ says }) => says).join(' ; ');

/** The version that has these columns; `undefined` where none has. */
export const versionOf = (meanings: readonly ColumnMeaning[]): SheetVersion | undefined =>
  SHEET_VERSIONS.find(
    ({ needs, may }) =>
      needs.every((meaning) => meanings.includes(meaning)) &&
      meanings.every((meaning) => needs.includes(meaning) || may.includes(meaning)),
  );
