import { foldedWords } from '../../../domain/values/fold.ts';
import type { SheetField } from '../../../domain/values/policy.ts';

/**
 * What a column of a sheet gives: a column of the procedure's sheet, or one that a later version of it has beside or in
 * place of these.
 */
export type ColumnMeaning =
  | SheetField
  /** « N° », the line of the sheet. */
  | 'number'
  /** « Nom de naissance », which later versions ask for in place of « NOM ». */
  | 'birthName'
  /** « Identifiant (INE) », an identifier that is an INE and no other. */
  | 'ine'
  /** « Identifiant local », one that is the school's own. */
  | 'localIdentifier'
  /** The parts of a birth place. */
  | 'birthTown'
  | 'birthDepartment'
  | 'birthPostalCode'
  | 'birthInsee'
  | 'birthCountry'
  /** What this record has no use for, and so does not take in. */
  | 'sex'
  | 'resultsEmail'
  | 'billing'
  | 'prepaymentCode';

/** The folded words of each heading that is known, without its small words. */
const SYNONYMS: Record<ColumnMeaning, readonly string[]> = {
  number: ['n', 'no', 'nº', 'numero', 'ligne'],
  surname: ['nom', 'nom famille', 'nom candidat', 'nom eleve'],
  birthName: ['nom naissance'],
  firstName: ['prenom', 'prenoms'],
  birthDate: ['date naissance', 'ne le', 'nee le'],
  birthPlace: ['lieu naissance'],
  birthTown: ['commune naissance', 'nom commune naissance', 'nom commune', 'ville naissance'],
  birthDepartment: ['departement naissance', 'code departement naissance', 'code departement'],
  birthPostalCode: ['code postal', 'code postal naissance', 'code postal commune naissance'],
  birthInsee: ['code insee', 'code insee naissance', 'code insee commune naissance'],
  birthCountry: ['pays', 'pays naissance'],
  email: [
    'adresse electronique convocation',
    'adresse electronique',
    'adresse mail convocation',
    'adresse e mail convocation',
    'e mail convocation',
    'email convocation',
    'mel convocation',
    'courriel convocation',
  ],
  resultsEmail: [
    'adresse electronique destinataire resultats',
    'adresse mail destinataire resultats',
    'e mail destinataire resultats',
    'email destinataire resultats',
  ],
  identifier: ['identifiant', 'identifiant local ine', 'identifiant ine local'],
  ine: ['ine', 'numero ine', 'n ine', 'identifiant ine', 'identifiant national', 'identifiant numero ine'],
  localIdentifier: ['identifiant local', 'identifiant externe'],
  extraTime: ['temps majore'],
  signature: ['signature', 'emargement'],
  certificationNumber: ['numero certification', 'n certification'],
  endScreen: ['ecran fin test vu', 'ecran fin vu', 'ecran fin test'],
  comments: ['commentaires signalements', 'commentaires', 'commentaire', 'signalements'],
  sex: ['sexe'],
  billing: ['tarification part pix'],
  prepaymentCode: ['code prepaiement'],
};

const MEANINGS: ReadonlyMap<string, ColumnMeaning> = new Map(
  (Object.keys(SYNONYMS) as ColumnMeaning[]).flatMap((meaning) =>
    SYNONYMS[meaning].map((words): [string, ColumnMeaning] => [words, meaning]),
  ),
);

const SMALL_WORDS: ReadonlySet<string> = new Set([
  'a',
  'd',
  'de',
  'des',
  'du',
  'et',
  'l',
  'la',
  'le',
  'les',
  'ou',
  's',
]);

const HINT = /\([^)]*\)?/g;

const words = (heading: string): string =>
  foldedWords(heading)
    .filter((word) => !SMALL_WORDS.has(word))
    .join(' ');

/**
 * What a heading means, whatever its case, accents, spaces, line breaks, or hints in brackets; `null` when it is none of
 * a sheet's. In « Identifiant (INE) » the hint says what is meant, in « (format : jj/mm/aaaa) » it does not.
 */
export const meaningOf = (heading: string): ColumnMeaning | null =>
  MEANINGS.get(words(heading)) ?? MEANINGS.get(words(heading.replace(HINT, ' '))) ?? null;
