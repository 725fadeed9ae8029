import { z } from 'zod';
import { deadlines } from '../deadlines.ts';
import { EVENTS } from '../events/catalogue.ts';
import { candidateNumber, reasonText, revision } from '../events/fields.ts';
import { instantOf, plain } from '../rules/define.ts';
import type { SessionState } from '../state/session.ts';
import { accessCode, certificationNumber } from '../values/codes.ts';
import { instant, seconds } from '../values/time.ts';
import { defineCommand, optionally } from './define.ts';

/** How far from the planned start a real one may lie before somebody should look, in milliseconds. */
const NEAR_THE_SLOT = 60 * 60 * 1000;

/** Gives the access code to the candidates: the clock starts. */
export const GiveAccessCode = defineCommand(
  'GiveAccessCode',
  'Donner le code d’accès',
  z.strictObject({ accessCode }),
  (_, data) => [{ type: 'AccessCodeGiven', data }],
  ({ slot }, _, { occurredAt }) =>
    slot === null || Math.abs(occurredAt - slot.startsAt) <= NEAR_THE_SLOT
      ? []
      : [
          {
            warning: 'started-away-from-the-slot',
            text: {
              en: 'The code is given at {occurredAt}; the slot begins at {startsAt}.',
              fr: 'Le code est donné à {occurredAt} ; le créneau commence à {startsAt}.',
            },
            values: { occurredAt: instantOf(occurredAt), startsAt: instantOf(slot.startsAt) },
          },
        ],
);

/** Puts right when the code was given. */
export const CorrectStart = defineCommand(
  'CorrectStart',
  'Corriger l’heure de début',
  z.strictObject({ startedAt: instant, corrects: revision.optional(), reason: reasonText }),
  (state, { startedAt, corrects, reason }) => [
    { type: 'StartCorrected', data: { corrects: corrects ?? Math.max(1, state.startedBy), startedAt, reason } },
  ],
);

/** Gives time back to all candidates, or to some. */
export const GrantAllowance = defineCommand(
  'GrantAllowance',
  'Rendre du temps',
  z.strictObject({
    candidates: EVENTS.AllowanceGranted.fields.candidates.schema.default('all'),
    seconds: seconds.min(1),
    cause: EVENTS.AllowanceGranted.fields.cause.schema,
    detail: optionally(reasonText),
  }),
  (_, data) => [{ type: 'AllowanceGranted', data }],
);

/** Notes the certification number on a candidate's screen. */
export const RecordCertificationNumber = defineCommand(
  'RecordCertificationNumber',
  'Noter un numéro de certification',
  z.strictObject({ candidate: candidateNumber, certificationNumber }),
  (_, data) => [{ type: 'CertificationNumberRecorded', data }],
);

/** Puts a certification number right. */
export const CorrectCertificationNumber = defineCommand(
  'CorrectCertificationNumber',
  'Corriger un numéro de certification',
  z.strictObject({
    candidate: candidateNumber,
    certificationNumber,
    corrects: revision.optional(),
    reason: reasonText,
  }),
  (state, { corrects, ...data }) => [
    {
      type: 'CertificationNumberCorrected',
      data: { ...data, corrects: corrects ?? numberedBy(state, data.candidate) },
    },
  ],
);

/** The event that gave a candidate the number that counts; 1, which gave none, where there is none. */
const numberedBy = (state: SessionState, candidate: number): number =>
  state.candidates[candidate - 1]?.numbered?.revision ?? 1;

/** Says why a candidate who was present has no certification number. */
export const ExplainMissingNumber = defineCommand(
  'ExplainMissingNumber',
  'Expliquer l’absence de numéro de certification',
  z.strictObject({
    candidate: candidateNumber,
    cause: EVENTS.CertificationNumberMissing.fields.cause.schema,
    detail: optionally(reasonText),
  }),
  (_, data) => [{ type: 'CertificationNumberMissing', data }],
);

/** Announces the remaining time, and invites candidates to pass what they have no time for. */
export const AnnounceRemainingTime = defineCommand(
  'AnnounceRemainingTime',
  'Annoncer le temps restant',
  z.strictObject({ remainingSeconds: seconds, invitedToPass: z.boolean().default(true) }),
  (_, data) => [{ type: 'RemainingTimeAnnounced', data }],
);

/** Notes that the end screen of a candidate was seen. */
export const RecordEndScreen = defineCommand(
  'RecordEndScreen',
  'Noter l’écran de fin vu',
  z.strictObject({ candidate: candidateNumber }),
  (_, data) => [{ type: 'EndScreenSeen', data }],
);

/** Says why the end screen of a candidate who was present was not seen. */
export const ExplainMissingEndScreen = defineCommand(
  'ExplainMissingEndScreen',
  'Expliquer un écran de fin non vu',
  z.strictObject({
    candidate: candidateNumber,
    cause: EVENTS.EndScreenNotSeen.fields.cause.schema,
    detail: optionally(reasonText),
  }),
  (_, data) => [{ type: 'EndScreenNotSeen', data }],
);

/** Candidates whose time still runs, with what they have left. */
const stillRunning = (state: SessionState, at: number) =>
  deadlines(state, at)
    .filter(({ status, remainingSeconds }) => remainingSeconds > 0 && status !== 'finished' && status !== 'left')
    .map(({ candidate, remainingSeconds }) => ({ candidate, remainingSeconds }));

/** Closes the session. Nothing else closes it, and a deadline that still runs does not prevent it. */
export const CloseSession = defineCommand(
  'CloseSession',
  'Clore la session',
  z.strictObject({}),
  (state, _, { occurredAt }) => [{ type: 'SessionClosed', data: { stillRunning: stillRunning(state, occurredAt) } }],
  (state, _, { occurredAt }) =>
    stillRunning(state, occurredAt).map(({ candidate, remainingSeconds }) => ({
      warning: 'deadline-still-running',
      text: {
        en: 'Candidate {candidate} had {remainingSeconds} s left.',
        fr: 'Il restait {remainingSeconds} s au candidat {candidate}.',
      },
      values: { candidate: plain(candidate), remainingSeconds: plain(remainingSeconds) },
    })),
);
