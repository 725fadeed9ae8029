import { z } from 'zod';
import { fact } from '../values/personal.ts';
import { defineEvent } from './define.ts';
import { candidate, detail } from './fields.ts';

/** A candidate is in the room. */
export const CandidatePresent = defineEvent(
  { type: 'CandidatePresent', version: 1, about: 'candidate', sentence: 'blankSheet', label: 'Candidat présent' },
  { candidate },
);

/** A candidate did not come. */
export const CandidateAbsent = defineEvent(
  { type: 'CandidateAbsent', version: 1, about: 'candidate', sentence: 'blankSheet', label: 'Candidat absent' },
  { candidate },
);

/** A candidate came and could not join the test. */
export const CandidateCouldNotJoin = defineEvent(
  {
    type: 'CandidateCouldNotJoin',
    version: 1,
    about: 'candidate',
    sentence: 'interruption',
    label: 'Candidat présent, n’a pas pu rejoindre la session',
  },
  { candidate, cause: fact(z.enum(['account', 'accessCode', 'device', 'network', 'other'])), detail },
);

/** A candidate left before the end screen, and why. */
export const CandidateLeft = defineEvent(
  { type: 'CandidateLeft', version: 1, about: 'candidate', sentence: 'comment', label: 'Candidat parti avant la fin' },
  { candidate, cause: fact(z.enum(['ownChoice', 'technicalProblem', 'excluded', 'other'])), detail },
);
