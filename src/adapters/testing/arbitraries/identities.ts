import fc from 'fast-check';
import type { CandidateIdentity, ExaminerName, Identifier } from '../../../domain/values/people.ts';
import { firstNames, surnames, towns } from './names.ts';

const DAY = 86_400_000;

/** Birth dates of candidates, `YYYY-MM-DD`: from 1950 to 2012, one of five on a 29 February. */
export const birthDates: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('2004-02-29', '2000-02-29', '1996-02-29', '2008-02-29') },
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: Date.UTC(1950, 0, 1) / DAY, max: Date.UTC(2012, 11, 31) / DAY })
      .map((day) => new Date(day * DAY).toISOString().slice(0, 10)),
  },
);

/** Civil identities as the sheet asks for them. */
export const identities: fc.Arbitrary<CandidateIdentity> = fc.record({
  surname: surnames,
  firstName: firstNames,
  birthDate: birthDates,
  birthPlace: towns,
});

/** Names of examiners. */
export const examinerNames: fc.Arbitrary<ExaminerName> = fc.record({ surname: surnames, firstName: firstNames });

/** Identities of examiners, as a host may keep them: a login, an e-mail address, a staff number. */
export const examinerIds: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('lefevre', 'a.ndiaye@ac-rouen.fr', 'HOARAU_Loïc', "d'apres"),
  fc.nat(999_999).map((n) => `E${n}`),
);

/** E-mail addresses for the convocation. */
export const emails: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('zoe', 'jean-paul', 'o.traore', 'm+pix'), fc.nat(999))
  .map(([name, n]) => `${name}${n}@lycee.example`);

const digits = (length: number): fc.Arbitrary<string> =>
  fc.nat(10 ** length - 1).map((n) => String(n).padStart(length, '0'));

/** Identifiers: national student numbers of both kinds, and those of a school's own. */
export const identifiers: fc.Arbitrary<Identifier> = fc.oneof(
  fc.tuple(digits(10), fc.constantFrom('A', 'H', 'Z')).map(([n, key]) => ({ kind: 'ine' as const, value: n + key })),
  fc.tuple(digits(9), fc.constantFrom('AB', 'HK')).map(([n, key]) => ({ kind: 'ine' as const, value: n + key })),
  fc.nat(99_999).map((n) => ({ kind: 'local' as const, value: `élève ${n}` })),
);
