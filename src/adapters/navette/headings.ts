import { foldedWords } from '../../domain/values/fold.ts';
import { isExaminerField, type Meaning } from './fields.ts';

/** The folded words of each heading that is known, without its small words. */
const SYNONYMS: Record<Meaning['field'], readonly string[]> = {
  establishment: ['etablissement', 'nom etablissement', 'centre', 'centre certification', 'nom centre certification'],
  address: ['adresse', 'adresse etablissement'],
  postalCode: ['code postal', 'code postal etablissement', 'cp'],
  city: ['ville', 'ville etablissement', 'commune'],
  date: ['date', 'date session', 'date debut', 'jour'],
  start: ['heure debut', 'debut'],
  end: ['heure fin', 'fin'],
  site: ['site', 'nom site'],
  room: ['salle', 'nom salle', 'numero salle', 'n salle'],
  examiner: ['examiner', 'nom prenom examiner'],
  surname: ['nom examiner'],
  firstName: ['prenom examiner'],
  identity: [
    'identifiant examiner',
    'courriel examiner',
    'mel examiner',
    'email examiner',
    'e mail examiner',
    'adresse courriel examiner',
    'adresse mail examiner',
    'adresse e mail examiner',
    'adresse electronique examiner',
  ],
};

const FIELDS: ReadonlyMap<string, Meaning['field']> = new Map(
  (Object.keys(SYNONYMS) as Meaning['field'][]).flatMap((field) =>
    SYNONYMS[field].map((words): [string, Meaning['field']] => [words, field]),
  ),
);

const SMALL_WORDS: ReadonlySet<string> = new Set(['d', 'de', 'des', 'du', 'et', 'l', 'la', 'le', 'les']);

/** The documents call one person by three names, feminine and plural too; the procedure also writes "examineur". */
const EXAMINER = /^(?:enseignante?|examinateur|examinatrice|examineur|surveillante?)s?$/;

const HINT = /\([^)]*\)?/g;

/** « Enseignant / Examinateur » names the same person twice. */
const withoutRepeats = (words: readonly string[]): string[] => words.filter((word, at) => word !== words[at - 1]);

/**
 * What a heading means, whatever its case, accents, spaces, line breaks, or hints between parentheses such as
 * « (jj/mm/aaaa) »; `null` when it is none of the Navette's.
 *
 * @param heading as written: « Heure de DÉBUT », « Nom et prénom de l’enseignant (examineur) », « Surveillant 2 »
 */
export function meaningOf(heading: string): Meaning | null {
  const words = foldedWords(heading.replace(HINT, ' '))
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => (EXAMINER.test(word) ? 'examiner' : word));
  const last = words.at(-1) ?? '';
  const numbered = /^[1-9]$/.test(last);
  const field = FIELDS.get(withoutRepeats(numbered ? words.slice(0, -1) : words).join(' '));
  if (field === undefined || (numbered && !isExaminerField(field))) return null;
  return { field, rank: numbered ? Number(last) : 1 };
}
