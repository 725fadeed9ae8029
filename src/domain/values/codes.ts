import { z } from 'zod';

/** « 4 lettres en majuscule suivies de 2 chiffres »: any such code is accepted. */
export const accessCode = z.string().regex(/^[A-Z]{4}[0-9]{2}$/, { error: 'access-code-shape' });

/** Letters and digits that are not mistaken for one another when they are dictated. */
const LETTERS = 'BCDFGHJKMPQRTVWXY';
const DIGITS = '2346789';

/** How many random bytes {@link accessCodeFrom} wants. */
export const ACCESS_CODE_BYTES = 16;

/**
 * Draws an access code from supplied randomness, without the bias of a plain remainder: a byte past the last whole
 * multiple of the alphabet is skipped.
 *
 * @param bytes random bytes, {@link ACCESS_CODE_BYTES} of them
 * @returns the code, or `null` where too many bytes had to be skipped and the caller should draw again
 */
export function accessCodeFrom(bytes: Uint8Array): string | null {
  const alphabets = [LETTERS, LETTERS, LETTERS, LETTERS, DIGITS, DIGITS];
  let code = '';
  for (const byte of bytes) {
    const alphabet = alphabets[code.length];
    if (alphabet === undefined) break;
    if (byte < 256 - (256 % alphabet.length)) code += alphabet.charAt(byte % alphabet.length);
  }
  return code.length === alphabets.length ? code : null;
}

/** « le numéro de certification qui apparaît en haut à droite de l'écran »: digits; a leading "#" is dropped. */
export const certificationNumber = z
  .string()
  .transform((text) => text.trim().replace(/^#\s*/u, ''))
  .pipe(z.string().regex(/^\d{1,12}$/, { error: 'certification-number-digits' }));

/** The stored form of a certification number. */
export const storedCertificationNumber = z.string().regex(/^\d{1,12}$/, { error: 'certification-number-digits' });
