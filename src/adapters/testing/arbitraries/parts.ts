import fc from 'fast-check';
import { candidatePerson, examinerPerson, type Person } from '../../../domain/values/person.ts';
import { examinerIds } from './identities.ts';
import { remarks } from './names.ts';

/** Numbers of candidates, most of them on a sheet that one examiner fills. */
export const candidates: fc.Arbitrary<number> = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 21, max: 10_000 }) },
);

/** People of a session: most of them candidates. */
export const persons: fc.Arbitrary<Person> = fc.oneof(
  { weight: 4, arbitrary: candidates.map(candidatePerson) },
  { weight: 1, arbitrary: examinerIds.map(examinerPerson) },
  { weight: 1, arbitrary: fc.constant('session' as const) },
);

/** Revisions of earlier events. */
export const revisions: fc.Arbitrary<number> = fc.integer({ min: 1, max: 500 });

/** Details that may be missing. */
export const details: fc.Arbitrary<string | null> = fc.option(remarks);

/** Who sends a document, and who receives it. */
export const correspondents: fc.Arbitrary<string> = fc.constantFrom('certif@pix.fr', 'Lycée Marcel-Sembat', 'CPE');

/** Categories of problems, by a dated vocabulary. */
export const categories = fc.option(
  fc.record({ code: fc.integer({ min: 1, max: 12 }).map((n) => `E${n}`), vocabulary: fc.constantFrom('2024-01') }),
);

/** Points (Pix), where there are any. */
export const scores: fc.Arbitrary<number | null> = fc.option(fc.integer({ min: 0, max: 10_000 }));

/** An event that names a cause, as far as its causes go. */
interface WithCause<C extends string> {
  readonly fields: { readonly cause: { readonly schema: { readonly options: readonly C[] } } };
}

/** The causes that an event can name. */
export const causesOf = <C extends string>({ fields }: WithCause<C>): fc.Arbitrary<C> =>
  fc.constantFrom(...fields.cause.schema.options);
