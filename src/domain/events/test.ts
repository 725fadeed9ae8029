import { z } from 'zod';
import { accessCode } from '../values/codes.ts';
import { fact } from '../values/personal.ts';
import { epochMilliseconds, seconds } from '../values/time.ts';
import { defineEvent } from './define.ts';
import { candidate, candidateNumber, detail, number, reason, revision } from './fields.ts';

/** The access code was given to the candidates: the clock starts. */
export const AccessCodeGiven = defineEvent(
  { type: 'AccessCodeGiven', version: 1, about: 'session', sentence: 'clock', label: 'Code d’accès donné' },
  { accessCode: fact(accessCode) },
);

/** The start was typed wrongly and is put right. */
export const StartCorrected = defineEvent(
  { type: 'StartCorrected', version: 1, about: 'session', sentence: 'clock', label: 'Heure de début corrigée' },
  { corrects: fact(revision), startedAt: fact(epochMilliseconds), reason },
);

/** Time given back to one candidate, several, or all: a fire alarm, a network cut. */
export const AllowanceGranted = defineEvent(
  { type: 'AllowanceGranted', version: 1, about: 'session', sentence: 'longerSession', label: 'Temps rendu' },
  {
    candidates: fact(z.union([z.literal('all'), z.array(candidateNumber).min(1).max(1000)])),
    seconds: fact(seconds.min(1)),
    cause: fact(z.enum(['fireAlarm', 'networkCut', 'powerCut', 'other'])),
    detail,
  },
);

/** A candidate began the test; where the policy says so, this starts that candidate's own clock. */
export const CandidateStarted = defineEvent(
  { type: 'CandidateStarted', version: 1, about: 'candidate', sentence: 'clock', label: 'Test commencé' },
  { candidate },
);

/** The certification number shown at the top right of the candidate's screen. */
export const CertificationNumberRecorded = defineEvent(
  {
    type: 'CertificationNumberRecorded',
    version: 1,
    about: 'candidate',
    sentence: 'certificationNumber',
    label: 'Numéro de certification noté',
  },
  { candidate, certificationNumber: number },
);

/** A certification number that was misread or mistyped is put right. */
export const CertificationNumberCorrected = defineEvent(
  {
    type: 'CertificationNumberCorrected',
    version: 1,
    about: 'candidate',
    sentence: 'certificationNumber',
    label: 'Numéro de certification corrigé',
  },
  { candidate, certificationNumber: number, corrects: fact(revision), reason },
);

/** Why a candidate who was present has no certification number. */
export const CertificationNumberMissing = defineEvent(
  {
    type: 'CertificationNumberMissing',
    version: 1,
    about: 'candidate',
    sentence: 'certificationNumber',
    label: 'Pas de numéro de certification',
  },
  { candidate, cause: fact(z.enum(['notRead', 'technicalProblem', 'leftBefore', 'other'])), detail },
);

/** The remaining time was announced, and candidates were invited to pass to the end screen, or not. */
export const RemainingTimeAnnounced = defineEvent(
  {
    type: 'RemainingTimeAnnounced',
    version: 1,
    about: 'session',
    sentence: 'announcement',
    label: 'Temps restant annoncé',
  },
  { remainingSeconds: fact(seconds), invitedToPass: fact(z.boolean()) },
);

/** The examiner saw the end screen of a candidate. */
export const EndScreenSeen = defineEvent(
  { type: 'EndScreenSeen', version: 1, about: 'candidate', sentence: 'endScreen', label: 'Écran de fin de test vu' },
  { candidate },
);

/** Why the examiner did not see the end screen of a candidate who was present. */
export const EndScreenNotSeen = defineEvent(
  {
    type: 'EndScreenNotSeen',
    version: 1,
    about: 'candidate',
    sentence: 'endScreen',
    label: 'Écran de fin de test non vu',
  },
  { candidate, cause: fact(z.enum(['timeRanOut', 'technicalProblem', 'fraud', 'overlooked', 'other'])), detail },
);

/** The examiner closed the session; candidates whose time still ran are named with what they had left. */
export const SessionClosed = defineEvent(
  { type: 'SessionClosed', version: 1, about: 'session', sentence: 'closing', label: 'Session close' },
  {
    stillRunning: fact(
      z.array(z.strictObject({ candidate: candidateNumber, remainingSeconds: z.int().min(1) })).max(10_000),
    ),
  },
);
