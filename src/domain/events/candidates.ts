import { z } from 'zod';
import { extraTimeRatio } from '../values/extraTime.ts';
import { candidateIdentity, email, identifier } from '../values/people.ts';
import { fact, personal } from '../values/personal.ts';
import { defineEvent } from './define.ts';
import { candidate, candidateNumber, detail, reason } from './fields.ts';

/** A candidate's duration in seconds: at most the day that a policy can give, with twice that of extra time. */
const duration = fact(
  z
    .int()
    .min(0)
    .max(3 * 86_400),
);

/** A line of the attendance sheet as the examiner fills it before the test. */
const registration = {
  candidate,
  identity: personal(candidateIdentity),
  email: personal(email.nullable()),
  identifier: personal(identifier.nullable()),
  /** Declared extra time: it tells of health. What it makes of the duration is a fact, and all that rules read. */
  extraTime: personal(extraTimeRatio.nullable()),
  durationSeconds: duration,
  /** Candidates already on the sheet with the same name, born the same day. */
  homonymOf: fact(z.array(candidateNumber).max(10_000)),
  /** Whether the person who registers knows that they are two people. */
  homonymKnown: fact(z.boolean()),
};

/** A candidate was put on the sheet. */
export const CandidateRegistered = defineEvent(
  { type: 'CandidateRegistered', version: 1, about: 'candidate', sentence: 'names', label: 'Candidat inscrit' },
  registration,
);

/** A line of the sheet was put right before the start. */
export const CandidateCorrected = defineEvent(
  { type: 'CandidateCorrected', version: 1, about: 'candidate', sentence: 'birth', label: 'Inscription corrigée' },
  registration,
);

/** A candidate was taken off the sheet before the start. */
export const CandidateWithdrawn = defineEvent(
  { type: 'CandidateWithdrawn', version: 1, about: 'candidate', sentence: 'names', label: 'Candidat désinscrit' },
  { candidate, reason: detail },
);

/** Name, birth date or birth place was put right after the start (category C1 of the PV). */
export const IdentityCorrected = defineEvent(
  { type: 'IdentityCorrected', version: 1, about: 'candidate', sentence: 'names', label: 'Identité corrigée' },
  { candidate, identity: personal(candidateIdentity), reason },
);

/** The declared extra time was put right after the start (category C2 of the PV). */
export const ExtraTimeCorrected = defineEvent(
  {
    type: 'ExtraTimeCorrected',
    version: 1,
    about: 'candidate',
    sentence: 'extraTime',
    label: 'Temps majoré déclaré corrigé',
  },
  { candidate, extraTime: personal(extraTimeRatio.nullable()), durationSeconds: duration, reason },
);

/** The examiner checked on the spot what extra time the candidate is entitled to. */
export const ExtraTimeVerified = defineEvent(
  {
    type: 'ExtraTimeVerified',
    version: 1,
    about: 'candidate',
    sentence: 'extraTimeVerified',
    label: 'Temps majoré vérifié',
  },
  { candidate, extraTime: personal(extraTimeRatio.nullable()), durationSeconds: duration, evidence: detail },
);

/** The examiner granted extra time, or none; from now on this drives the deadline. */
export const ExtraTimeGranted = defineEvent(
  {
    type: 'ExtraTimeGranted',
    version: 1,
    about: 'candidate',
    sentence: 'extraTimeGranted',
    label: 'Temps majoré accordé',
  },
  { candidate, extraTime: personal(extraTimeRatio.nullable()), durationSeconds: duration, reason: detail },
);
