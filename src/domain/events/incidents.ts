import { z } from 'zod';
import { accessCode } from '../values/codes.ts';
import { fact, personal } from '../values/personal.ts';
import { line, prose } from '../values/text.ts';
import { defineEvent } from './define.ts';
import { candidate, candidateNumber, detail, reason, revision } from './fields.ts';

/** Anything that may bear on a candidate's result. */
export const CommentAdded = defineEvent(
  { type: 'CommentAdded', version: 1, about: 'candidate', sentence: 'comment', label: 'Commentaire' },
  { candidate, text: personal(prose(2000)) },
);

/** Anything that may bear on the session as a whole. */
export const SessionCommentAdded = defineEvent(
  {
    type: 'SessionCommentAdded',
    version: 1,
    about: 'session',
    sentence: 'comment',
    label: 'Commentaire sur la session',
  },
  { text: personal(prose(2000)) },
);

/** A candidate lost the test: a disconnection, a closed browser. */
export const TestInterrupted = defineEvent(
  { type: 'TestInterrupted', version: 1, about: 'candidate', sentence: 'interruption', label: 'Test interrompu' },
  { candidate, cause: fact(z.enum(['disconnection', 'browserClosed', 'deviceFailure', 'other'])), detail },
);

/** The candidate took the test up again with the session's own code. */
export const TestResumed = defineEvent(
  { type: 'TestResumed', version: 1, about: 'candidate', sentence: 'resumption', label: 'Test repris' },
  { candidate, accessCode: fact(accessCode) },
);

/**
 * A candidate signalled a problem on a question in Pix. The category is a code of a dated vocabulary (E1 to E12 today),
 * kept as data because the vocabulary changes and old reports must still be read.
 */
export const ProblemSignalled = defineEvent(
  { type: 'ProblemSignalled', version: 1, about: 'candidate', sentence: 'problem', label: 'Problème signalé' },
  {
    candidate,
    question: fact(z.int().min(1).max(500)),
    examinerAdvised: fact(z.boolean()),
    category: fact(
      z
        .strictObject({ code: z.string().regex(/^[A-Z]\d{1,2}$/), vocabulary: z.string().regex(/^\d{4}-\d{2}$/) })
        .nullable(),
    ),
    wording: personal(prose(500).nullable()),
  },
);

/** The examiner's report of a fraud; when it happened is when the event occurred. */
export const FraudReported = defineEvent(
  { type: 'FraudReported', version: 2, about: 'candidate', sentence: 'fraud', label: 'Rapport de fraude' },
  {
    candidate,
    facts: personal(prose(4000)),
    witnesses: personal(z.array(line(200)).max(20)),
    candidateRemarks: personal(prose(4000).nullable()),
    /** Whether the candidate was heard, also once nobody can read any more what they said. */
    candidateHeard: fact(z.boolean()),
  },
);

/** An entry made by mistake is taken back; it stays in the record, and counts no more. */
export const EntryRetracted = defineEvent(
  { type: 'EntryRetracted', version: 1, about: 'session', sentence: 'lateEntry', label: 'Saisie retirée' },
  { entry: fact(revision), candidate: fact(candidateNumber.nullable()), reason },
);
