import fc from 'fast-check';
import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { ERASED } from '../../../../src/domain/values/personal.ts';
import { named, plannedAs, registered, said, slotAt, writtenDown } from './writtenDown.ts';

const accessCode = 'BCDF23';

const someone = fc.integer({ min: 1, max: 4 });
const examiner = fc.constantFrom('lefevre', 'hoarau', 'teva');

/** Slots of one morning, at full hours, so that some only touch. */
const slots = fc
  .tuple(fc.integer({ min: 8, max: 10 }), fc.integer({ min: 1, max: 3 }))
  .map(([from, hours]) => slotAt(from * 60, hours * 60));

const acts = [
  { weight: 4, arbitrary: someone.map((candidate) => registered(candidate)) },
  { weight: 2, arbitrary: someone.map((candidate) => said('CandidateWithdrawn', { candidate, reason: null })) },
  { weight: 3, arbitrary: examiner.map(named) },
  { weight: 2, arbitrary: examiner.map((who) => said('ExaminerRemoved', { examiner: who, reason: 'Malade' })) },
  {
    weight: 2,
    arbitrary: fc
      .option(slots, { freq: 1 })
      .map((slot) => said('SessionReplanned', { establishment: null, slot, reason: 'Salle prise' })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ view: fc.constantFrom('copyToSign', 'examinersCopy'), printedRevision: fc.integer({ min: 2, max: 9 }) })
      .map((print) => said('SheetPrinted', print)),
  },
];

const severalActs = fc.array(fc.oneof(...acts), { maxLength: 6 });

/** How a session of that day came to be what it is: before the code was issued, before it was given, and after. */
const sessions = fc.record({
  slot: slots,
  most: fc.integer({ min: 1, max: 3 }),
  seats: fc.nat(3),
  stages: fc.tuple(severalActs, severalActs, severalActs),
  end: fc.constantFrom('given', 'given', 'issued', 'cancelled'),
});

const codeIssued = said('AccessCodeIssued', { accessCode });

const ENDS = {
  given: said('AccessCodeGiven', { accessCode }),
  issued: said('SessionCommentAdded', { text: ERASED }),
  cancelled: said('SessionCancelled', { reason: 'Panne' }),
};

/** Several sessions of one morning, small enough for an examiner to have charge of too many. */
export const sameDay: fc.Arbitrary<readonly (readonly SessionEvent[])[]> = fc
  .array(sessions, { minLength: 2, maxLength: 5 })
  .map((rooms) =>
    rooms.map(({ slot, most, seats, stages: [planning, waiting, since], end }, index) => {
      const name = `salle.${index}`;
      const planned = [plannedAs(name, slot, { candidatesPerExaminer: most }), named('lefevre')];
      const seated = Array.from({ length: seats }, (_, candidate) => registered(candidate + 1));
      return writtenDown(name, [...planned, ...seated, ...planning, codeIssued, ...waiting, ENDS[end], ...since]);
    }),
  );
