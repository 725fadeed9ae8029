import type { CandidateIdentity, ExaminerName } from '../../../domain/values/people.ts';
import { nth } from '../histories/choice.ts';

/** Surnames, each with something that is easily written wrongly. */
export const SURNAMES = [
  'LEFÈVRE',
  'N’DIAYE',
  'LE GOFF',
  'ŒUVRARD',
  'de LA TOUR',
  'GARÇON',
  'PÉRÈS-MUÑOZ',
  'HOARAU',
  'WAMYTAN',
  'TEVA',
  'D’ÂPRES',
] as const;

/** First names, simple and double. */
export const FIRST_NAMES = ['Anne-Sophie', 'Maël', 'Zoé', 'Jean Paul', 'Ousmane', 'Chloë', 'Loïc'] as const;

/** Places where candidates were born. */
export const TOWNS = ['Sotteville-lès-Rouen', 'Saint-Denis (La Réunion)', 'Nouméa', 'Pointe-à-Pitre', 'Nîmes'] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** A candidate, as different from the others as their numbers are: no two of the first 2,772 are homonyms. */
export const identityOf = (n: number): CandidateIdentity => ({
  surname: nth(SURNAMES, n),
  firstName: nth(FIRST_NAMES, n),
  birthDate: `${1998 + (n % 9)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`,
  birthPlace: nth(TOWNS, n),
});

/** An examiner's identity and name. */
export const examinerOf = (n: number): { id: string; name: ExaminerName } => ({
  id: `examinateur.${n}`,
  name: { surname: nth(SURNAMES, n + 3), firstName: nth(FIRST_NAMES, n + 2) },
});

/** Places where sessions are held, each with the zone of its wall clock. */
export const PLACES_OF_SESSIONS = [
  { zone: 'Europe/Paris', postalCode: '76300', city: 'Sotteville-lès-Rouen' },
  { zone: 'Indian/Reunion', postalCode: '97400', city: 'Saint-Denis' },
  { zone: 'America/Guadeloupe', postalCode: '97110', city: 'Pointe-à-Pitre' },
  { zone: 'Pacific/Noumea', postalCode: '98800', city: 'Nouméa' },
  { zone: 'America/Cayenne', postalCode: '97300', city: 'Cayenne' },
  { zone: 'Pacific/Tahiti', postalCode: '98714', city: 'Papeete' },
  { zone: 'America/Martinique', postalCode: '97200', city: 'Fort-de-France' },
  { zone: 'Indian/Mayotte', postalCode: '97600', city: 'Mamoudzou' },
  { zone: 'America/Miquelon', postalCode: '97500', city: 'Saint-Pierre' },
  { zone: 'Pacific/Wallis', postalCode: '98600', city: 'Mata-Utu' },
  { zone: 'Pacific/Marquesas', postalCode: '98742', city: 'Taiohae' },
] as const;
