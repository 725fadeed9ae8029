import { z } from 'zod';
import { EVENTS } from '../events/catalogue.ts';
import { candidateNumber, reasonText, revision } from '../events/fields.ts';
import { entryOf } from '../state/entries.ts';
import { accessCode } from '../values/codes.ts';
import { line, prose } from '../values/text.ts';
import { defineCommand, optionally } from './define.ts';

/** Notes anything that may bear on a candidate's result. */
export const AddComment = defineCommand(
  'AddComment',
  'Commenter',
  z.strictObject({ candidate: candidateNumber, text: prose(2000) }),
  (_, data) => [{ type: 'CommentAdded', data }],
);

/** Notes anything that may bear on the session as a whole. */
export const AddSessionComment = defineCommand(
  'AddSessionComment',
  'Commenter la session',
  z.strictObject({ text: prose(2000) }),
  (_, data) => [{ type: 'SessionCommentAdded', data }],
);

/** Notes that a candidate lost the test. */
export const RecordInterruption = defineCommand(
  'RecordInterruption',
  'Noter une interruption',
  z.strictObject({
    candidate: candidateNumber,
    cause: EVENTS.TestInterrupted.fields.cause.schema,
    detail: optionally(reasonText),
  }),
  (_, data) => [{ type: 'TestInterrupted', data }],
);

/** Notes that a candidate took the test up again, with the code that was typed. */
export const RecordResumption = defineCommand(
  'RecordResumption',
  'Noter une reprise',
  z.strictObject({ candidate: candidateNumber, accessCode }),
  (_, data) => [{ type: 'TestResumed', data }],
);

/** Notes a problem that a candidate signalled on a question. */
export const SignalProblem = defineCommand(
  'SignalProblem',
  'Noter le signalement d’un problème',
  z.strictObject({
    candidate: candidateNumber,
    question: EVENTS.ProblemSignalled.fields.question.schema,
    examinerAdvised: z.boolean(),
    category: EVENTS.ProblemSignalled.fields.category.schema.default(null),
    wording: optionally(prose(500)),
  }),
  (_, data) => [{ type: 'ProblemSignalled', data }],
);

/** Reports a fraud: the facts, who saw them, and what the candidate says. */
export const ReportFraud = defineCommand(
  'ReportFraud',
  'Établir un rapport de fraude',
  z.strictObject({
    candidate: candidateNumber,
    facts: prose(4000),
    witnesses: z.array(line(200)).max(20).default([]),
    candidateRemarks: optionally(prose(4000)),
  }),
  (_, data) => [{ type: 'FraudReported', data: { ...data, candidateHeard: data.candidateRemarks !== null } }],
);

/** Takes back an entry that was made by mistake. */
export const RetractEntry = defineCommand(
  'RetractEntry',
  'Retirer une saisie',
  z.strictObject({ entry: revision, reason: reasonText }),
  (state, { entry, reason }) => [
    { type: 'EntryRetracted', data: { entry, candidate: entryOf(state, entry) ?? null, reason } },
  ],
);
