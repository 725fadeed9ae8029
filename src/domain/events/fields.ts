import { z } from 'zod';
import { storedCertificationNumber } from '../values/codes.ts';
import { fact, personal } from '../values/personal.ts';
import { prose } from '../values/text.ts';

/** A candidate's number in the session: the line of the sheet, from 1, never given twice. */
export const candidateNumber = z.int().min(1).max(10_000);

/** The revision of an earlier event of the same session. */
export const revision = z.int().min(1);

/** Why somebody did something, in their own words. */
export const reasonText = prose(1000);

/** Which candidate an event is about. */
export const candidate = fact(candidateNumber);

/** A reason, personal because it may say anything of anybody. */
export const reason = personal(reasonText);

/** A detail that may be missing, personal because it may say anything of anybody. */
export const detail = personal(reasonText.nullable());

/**
 * A certification number. It is kept when a person is erased: it is the pseudonym under which Pix holds the result, and
 * the rule that it stands once in a session must judge the same before and after.
 */
export const number = fact(storedCertificationNumber);
