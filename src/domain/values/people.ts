import { z } from 'zod';
import { foldedWords } from './fold.ts';
import { line } from './text.ts';
import { isoDate } from './time.ts';

/** « Nom et prénom de l'enseignant (examineur) ». */
export const examinerName = z.strictObject({ surname: line(100), firstName: line(100) });

/** The examiner's name; who the examiner is stands in the identity beside it. */
export type ExaminerName = z.output<typeof examinerName>;

/** An examiner's own identity: an e-mail address, a staff number, whatever the host keeps; never the name alone. */
export const examinerId = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}@._:'+-]{0,99}$/u, { error: 'examiner-identity' });

/** « les noms et prénoms, date et lieu de naissance ». */
export const candidateIdentity = z.strictObject({
  surname: line(100),
  firstName: line(100),
  birthDate: isoDate.refine((date) => date > '1900-01-01' && date < '2100-01-01', { error: 'birth-date-plausible' }),
  birthPlace: line(150),
});

/** A candidate's civil identity as the attendance sheet shows it. */
export type CandidateIdentity = z.output<typeof candidateIdentity>;

/** As people write addresses, letters of any alphabet included (RFC 6531): `léa.martin@exemple.fr`. */
const EMAIL =
  /^(?:[\p{L}\p{M}\p{N}_'+-]+\.)*[\p{L}\p{M}\p{N}_'+-]*[\p{L}\p{M}\p{N}_+-]@(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.)+\p{L}{2,}$/u;

/** « facultatif : adresse électronique de convocation ». */
export const email = z.email({ pattern: EMAIL, error: 'e-mail-readable' }).max(254);

/** « éventuellement un identifiant (Numéro INE) », or an identifier of the school's own. */
export const identifier = z.strictObject({ kind: z.enum(['ine', 'local']), value: line(40) });

/** An identifier with its kind. */
export type Identifier = z.output<typeof identifier>;

/** A national student number of either kind: digits and a letter or two, or four digits, six of both, and a letter. */
const INE = /^\d{4}[0-9A-Z]{6}[A-HJ-NP-Z]$/;

/** Whether an identifier said to be an INE does not look like one. That is a warning, never a refusal. */
export const isDoubtfulIne = ({ kind, value }: Identifier): boolean =>
  kind === 'ine' && !INE.test(value.toUpperCase().replace(/\s/gu, ''));

/** The form in which two names are compared: without case, accents, spaces, hyphens or apostrophes. */
const bare = (name: string): string => foldedWords(name).join('');

/** Whether two candidates carry the same name and were born the same day. */
export const areHomonyms = (a: CandidateIdentity, b: CandidateIdentity): boolean =>
  a.birthDate === b.birthDate && bare(a.surname) === bare(b.surname) && bare(a.firstName) === bare(b.firstName);
