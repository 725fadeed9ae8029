import fc from 'fast-check';
import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { named, plannedAs, registered, type Said, said, slotAt, writtenDown } from './writtenDown.ts';

const accessCode = 'BCDF23';

const beginning: readonly Said[] = [
  plannedAs('mai', slotAt(510, 120), {}),
  named('lefevre'),
  ...[1, 2, 3].map((candidate) => registered(candidate)),
  said('AccessCodeIssued', { accessCode }),
  said('AccessCodeGiven', { accessCode }),
];

const someone = fc.integer({ min: 1, max: 3 });
const number = fc.constantFrom('7', '8', '#9');
const minute = fc.integer({ min: 430, max: 433 });

/** Events of numbers, in whatever order: given, put right, taken back, and end screens. */
const acts: fc.Arbitrary<Said> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(someone, number, minute)
      .map(([candidate, certificationNumber, at]) =>
        said('CertificationNumberRecorded', { candidate, certificationNumber }, at),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(someone, number, fc.integer({ min: 8, max: 20 }), minute)
      .map(([candidate, certificationNumber, corrects, at]) =>
        said('CertificationNumberCorrected', { candidate, certificationNumber, corrects, reason: 'Relu' }, at),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.option(someone), fc.integer({ min: 8, max: 20 }))
      .map(([candidate, entry]) => said('EntryRetracted', { entry, candidate, reason: 'Par erreur' })),
  },
  fc.tuple(someone, minute).map(([candidate, at]) => said('EndScreenSeen', { candidate }, at)),
);

/** Records in which certification numbers go from hand to hand. */
export const handToHand: fc.Arbitrary<readonly SessionEvent[]> = fc
  .array(acts, { minLength: 2, maxLength: 14 })
  .map((all) => writtenDown('mai', [...beginning, ...all]));
