import type { CandidateIdentity, ExaminerName } from '../../domain/values/people.ts';
import { isErased, type MaybeErased } from '../../domain/values/personal.ts';
import { shortDate } from './dates.ts';

/** What stands where a person's data were erased. */
export const ERASED_TEXT = '« effacé »';

/** A personal text as a reader sees it. */
export const shown = (value: MaybeErased<string>): string => (isErased(value) ? ERASED_TEXT : value);

/** A text followed by its detail in brackets, where there is one. */
export const withDetail = (text: string, detail: MaybeErased<string | null>): string =>
  detail === null ? text : `${text} (${shown(detail)})`;

/** A text followed by the reason for it, where one was given. */
export const withReason = (text: string, reason: MaybeErased<string | null>): string =>
  reason === null ? text : `${text} (motif : ${shown(reason)})`;

/** Surname and first name, as they were registered. */
export const nameOf = (name: MaybeErased<CandidateIdentity | ExaminerName>): string =>
  isErased(name) ? ERASED_TEXT : `${name.surname} ${name.firstName}`;

/** Name, birth date and birth place, as they are put right. */
export const identityText = (identity: MaybeErased<CandidateIdentity>): string =>
  isErased(identity)
    ? ERASED_TEXT
    : `${nameOf(identity)}, né(e) le ${shortDate(identity.birthDate)} à ${identity.birthPlace}`;
