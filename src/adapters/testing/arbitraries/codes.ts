import fc from 'fast-check';

const letters = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 4, maxLength: 4 });

const twoDigits = fc.nat(99).map((n) => String(n).padStart(2, '0'));

/** « 4 lettres en majuscule suivies de 2 chiffres ». */
export const accessCodes: fc.Arbitrary<string> = fc.tuple(letters, twoDigits).map((parts) => parts.join(''));

/** Certification numbers as the record keeps them: one to twelve digits, zeros in front included. */
export const certificationNumbers: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 999_999 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('0', '007', '000000000000', '999999999999') },
);

/** Certification numbers as they are copied from the screen, with or without the sign before them. */
export const writtenCertificationNumbers: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '#', '# ', ' '), certificationNumbers)
  .map((parts) => parts.join(''));
