import type { MaybeErased } from '../../domain/values/personal.ts';
import type { Results } from './results.ts';

/** What one candidate may read: the own result, and nothing of anybody else. */
export interface OwnResult {
  readonly certificationNumber: string;
  /** The day of the session, `YYYY-MM-DD`; `null` where the record does not say. */
  readonly date: string | null;
  readonly obtained: boolean;
  /** Points (Pix); `null` where none were given. */
  readonly score: MaybeErased<number | null>;
  readonly comment: MaybeErased<string | null>;
  /** Whether another result was given before. */
  readonly corrected: boolean;
}

/**
 * « L'élève retrouve le résultat de sa certification directement depuis sa page profil. »
 *
 * Where a number went from one candidate to another, the result that was given last for it is the one that counts.
 *
 * @returns `null` where this number has no result, or none that was sent yet
 */
export function resultOf({ certifications, header, sent }: Results, certificationNumber: string): OwnResult | null {
  if (sent === null) return null;
  const [last] = certifications
    .filter((certification) => certification.certificationNumber === certificationNumber)
    .flatMap(({ result, corrections }) => (result === null ? [] : [{ result, corrections }]))
    .sort((a, b) => b.result.entry.revision - a.result.entry.revision);
  if (last === undefined) return null;
  const { obtained, score, comment } = last.result;
  const corrected = last.corrections.length > 0;
  return { certificationNumber, date: header.slot?.date ?? null, obtained, score, comment, corrected };
}
