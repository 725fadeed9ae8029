import { folded } from '../../domain/values/fold.ts';
import type { ExaminerName } from '../../domain/values/people.ts';

/** A name in two parts, and whether which is which was in any doubt. */
interface SplitName extends ExaminerName {
  readonly guessed: boolean;
}

const CIVILITY = /^(?:m\.|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle)\s+/i;

const PARTICLE =
  /^(?:le|la|les|de|du|des|da|das|do|dos|di|del|della|van|von|der|den|ter|ten|el|al|ben|bin|ibn|ait|mac|mc|\p{L}['’])$/u;

const isParticle = (word: string): boolean => PARTICLE.test(folded(word));

/** A single letter is an initial or a particle: it does not say that the word is in capitals. */
function isInCapitals(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

const isOfSurname = (word: string): boolean => isInCapitals(word) || isParticle(word);

/** How many words at the start are a surname in capitals, its particles in any case included: « de LA TOUR Anne ». */
function capitalsAtStart(words: readonly string[]): number {
  const stop = words.findIndex((word) => !isOfSurname(word));
  return stop === -1 ? 0 : words.slice(0, stop).findLastIndex(isInCapitals) + 1;
}

/** Where a surname in capitals begins that stands last: « Anne de LA TOUR ». */
function capitalsAtEnd(words: readonly string[]): number {
  const before = words.findLastIndex((word) => !isOfSurname(word));
  return words.slice(before + 1).some(isInCapitals) ? before + 1 : 0;
}

/** « Nom Prénom » without capitals: the first word is the surname, with its particles as long as a first name is left. */
function firstWords(words: readonly string[]): number {
  const name = words.findIndex((word) => !isParticle(word));
  return Math.min(name === -1 ? words.length - 1 : name + 1, words.length - 1);
}

/**
 * « Nom et prénom de l'enseignant (examineur) » in one cell. Words in capitals at either end are the surname:
 * « LE GOFF Maël », « Maël LE GOFF ». Without that hint the first word is, with its particles: « Le Goff Maël ».
 *
 * @returns `null` when there are not two parts
 */
export function splitName(cell: string): SplitName | null {
  const words = cell.trim().replace(CIVILITY, '').split(/\s+/u);
  if (words.length < 2) return null;
  const part = (from: number, to?: number) => words.slice(from, to).join(' ');
  const start = capitalsAtStart(words);
  if (start > 0) return { surname: part(0, start), firstName: part(start), guessed: false };
  const end = capitalsAtEnd(words);
  if (end > 0) return { surname: part(end), firstName: part(0, end), guessed: false };
  const first = firstWords(words);
  const alike = words.every(isInCapitals) || !words.some(isInCapitals);
  return { surname: part(0, first), firstName: part(first), guessed: words.length > 2 || !alike };
}
