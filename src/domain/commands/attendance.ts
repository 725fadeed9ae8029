import { z } from 'zod';
import { EVENTS } from '../events/catalogue.ts';
import { candidateNumber, reasonText } from '../events/fields.ts';
import { defineCommand, optionally } from './define.ts';

const someone = z.strictObject({ candidate: candidateNumber });

/** Notes that a candidate is in the room. */
export const MarkPresent = defineCommand('MarkPresent', 'Noter une présence', someone, (_, data) => [
  { type: 'CandidatePresent', data },
]);

/** Notes that a candidate did not come. */
export const MarkAbsent = defineCommand('MarkAbsent', 'Noter une absence', someone, (_, data) => [
  { type: 'CandidateAbsent', data },
]);

/** Notes that a candidate came and could not join the test. */
export const MarkCouldNotJoin = defineCommand(
  'MarkCouldNotJoin',
  'Noter qu’un candidat n’a pas pu rejoindre la session',
  z.strictObject({
    candidate: candidateNumber,
    cause: EVENTS.CandidateCouldNotJoin.fields.cause.schema,
    detail: optionally(reasonText),
  }),
  (_, data) => [{ type: 'CandidateCouldNotJoin', data }],
);

/** Notes that a candidate left before the end screen. */
export const MarkLeft = defineCommand(
  'MarkLeft',
  'Noter un départ avant la fin',
  z.strictObject({
    candidate: candidateNumber,
    cause: EVENTS.CandidateLeft.fields.cause.schema,
    detail: optionally(reasonText),
  }),
  (_, data) => [{ type: 'CandidateLeft', data }],
);

/** Notes that a candidate began the test. */
export const MarkStarted = defineCommand('MarkStarted', 'Noter le début d’un test', someone, (_, data) => [
  { type: 'CandidateStarted', data },
]);
