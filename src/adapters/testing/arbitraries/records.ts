import fc from 'fast-check';
import type { Actor } from '../../../domain/store/envelope.ts';
import { type DocumentKind, type DocumentReference, documentKind } from '../../../domain/values/document.ts';
import { type Policy, sheetField } from '../../../domain/values/policy.ts';

/** Files, as the record knows them. */
export const documents: fc.Arbitrary<DocumentReference> = fc.record({
  sha256: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  mediaType: fc.constantFrom('application/pdf', 'text/csv', 'image/svg+xml', 'application/vnd.ms-excel'),
  bytes: fc.integer({ min: 1, max: 1_073_741_824 }),
});

/** What documents are. */
export const documentKinds: fc.Arbitrary<DocumentKind> = fc.constantFrom(...documentKind.options);

/** Policies, complete, within the limits of every field. */
export const policies: fc.Arbitrary<Policy> = fc.record({
  candidatesPerExaminer: fc.oneof(fc.constant(20), fc.integer({ min: 1, max: 200 })),
  durationSeconds: fc.oneof(fc.constant(105 * 60), fc.integer({ min: 60, max: 86_400 })),
  noticeSeconds: fc.integer({ min: 0, max: 7200 }),
  clock: fc.constantFrom('accessCodeGiven', 'candidateStart'),
  copyToSign: fc.subarray([...sheetField.options]),
  examinersCopy: fc.subarray([...sheetField.options]),
});

/** Who acts, in every role. */
export const actors: fc.Arbitrary<Actor> = fc.record({
  role: fc.constantFrom('examiner', 'centre', 'pix', 'candidate', 'system'),
  identity: fc.constantFrom('lefevre', 'certif@pix.fr', 'Émile Œuvrard', 'nuit:import'),
});

/** Instants as the record keeps them, epoch milliseconds, from 2000 to 2199. */
export const instants: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2026, 11, 31) }),
  fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2200, 0, 1) - 1 }),
);

/** Instants as people and programs write them: epoch milliseconds, or ISO 8601 with any offset. */
export const writtenInstants: fc.Arbitrary<number | string> = fc.oneof(
  instants,
  instants.map((at) => new Date(at).toISOString()),
  fc
    .tuple(
      fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2026, 0, 1) }),
      fc.constantFrom('+02:00', '-10:00', '+11:00'),
    )
    .map(([at, offset]) => `${new Date(at).toISOString().slice(0, 19)}${offset}`),
);

/** Identities of sessions, streams and commands. */
export const recordIdentities: fc.Arbitrary<string> = fc.oneof(
  fc.uuid(),
  fc.nat(9999).map((n) => `session-2019.05.14:${n}`),
);
