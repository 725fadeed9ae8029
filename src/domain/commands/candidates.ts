import { z } from 'zod';
import { candidateNumber, reasonText } from '../events/fields.ts';
import { plain } from '../rules/define.ts';
import type { SessionState } from '../state/session.ts';
import { durationWith, extraTime } from '../values/extraTime.ts';
import {
  areHomonyms,
  type CandidateIdentity,
  candidateIdentity,
  email,
  identifier,
  isDoubtfulIne,
} from '../values/people.ts';
import { isErased } from '../values/personal.ts';
import { type Caution, defineCommand, optionally } from './define.ts';

/** A line of the sheet as a person fills it. */
const line = {
  identity: candidateIdentity,
  email: optionally(email),
  identifier: optionally(identifier),
  extraTime: optionally(extraTime),
  /** Says that a candidate of the same name, born the same day, is another person. */
  homonymKnown: z.boolean().default(false),
};

type Line = z.output<z.ZodObject<typeof line>>;

/** Candidates on the sheet, other than `self`, with the same name and birth date. */
const homonymsOf = (state: SessionState, identity: CandidateIdentity, self: number): readonly number[] =>
  state.candidates
    .filter(
      (other) =>
        other.number !== self && !other.withdrawn && !isErased(other.identity) && areHomonyms(other.identity, identity),
    )
    .map(({ number }) => number);

const registration = (state: SessionState, candidate: number, given: Line) => ({
  candidate,
  identity: given.identity,
  email: given.email,
  identifier: given.identifier,
  extraTime: given.extraTime,
  durationSeconds: durationWith(state.policy.durationSeconds, given.extraTime),
  homonymOf: [...homonymsOf(state, given.identity, candidate)],
  homonymKnown: given.homonymKnown,
});

const lineWarnings = (_: SessionState, given: Line): readonly Caution[] =>
  given.identifier === null || !isDoubtfulIne(given.identifier)
    ? []
    : [
        {
          warning: 'doubtful-ine',
          text: { en: '{ine} does not look like an INE.', fr: '{ine} ne ressemble pas à un INE.' },
          values: { ine: { value: given.identifier.value, personal: true } },
        },
      ];

/** Puts a candidate on the next line of the sheet. */
export const RegisterCandidate = defineCommand(
  'RegisterCandidate',
  'Inscrire un candidat',
  z.strictObject(line),
  (state, data) => [{ type: 'CandidateRegistered', data: registration(state, state.candidates.length + 1, data) }],
  lineWarnings,
);

/** Fills a line of the sheet anew, before the start. */
export const CorrectCandidate = defineCommand(
  'CorrectCandidate',
  'Corriger une inscription',
  z.strictObject({ candidate: candidateNumber, ...line }),
  (state, data) => [{ type: 'CandidateCorrected', data: registration(state, data.candidate, data) }],
  lineWarnings,
);

/** Takes a candidate off the sheet, before the start. */
export const WithdrawCandidate = defineCommand(
  'WithdrawCandidate',
  'Désinscrire un candidat',
  z.strictObject({ candidate: candidateNumber, reason: optionally(reasonText) }),
  (_, data) => [{ type: 'CandidateWithdrawn', data }],
);

/** Puts a candidate's name, birth date or birth place right after the start. */
export const CorrectIdentity = defineCommand(
  'CorrectIdentity',
  'Corriger une identité',
  z.strictObject({ candidate: candidateNumber, identity: candidateIdentity, reason: reasonText }),
  (_, data) => [{ type: 'IdentityCorrected', data }],
);

/** Extra time in a command, `null` for none. */
const extraTimeOrNone = extraTime.nullable();

/** Puts the declared extra time right after the start. */
export const CorrectExtraTime = defineCommand(
  'CorrectExtraTime',
  'Corriger un temps majoré déclaré',
  z.strictObject({ candidate: candidateNumber, extraTime: extraTimeOrNone, reason: reasonText }),
  ({ policy }, data) => [
    {
      type: 'ExtraTimeCorrected',
      data: { ...data, durationSeconds: durationWith(policy.durationSeconds, data.extraTime) },
    },
  ],
);

/** Notes what extra time a candidate proves to be entitled to; it is not yet granted. */
export const VerifyExtraTime = defineCommand(
  'VerifyExtraTime',
  'Vérifier un temps majoré',
  z.strictObject({ candidate: candidateNumber, extraTime: extraTimeOrNone, evidence: optionally(reasonText) }),
  ({ policy }, data) => [
    {
      type: 'ExtraTimeVerified',
      data: { ...data, durationSeconds: durationWith(policy.durationSeconds, data.extraTime) },
    },
  ],
);

/** Grants a candidate extra time, or none: from now on this drives the deadline. */
export const GrantExtraTime = defineCommand(
  'GrantExtraTime',
  'Accorder un temps majoré',
  z.strictObject({ candidate: candidateNumber, extraTime: extraTimeOrNone, reason: optionally(reasonText) }),
  ({ policy }, data) => [
    {
      type: 'ExtraTimeGranted',
      data: { ...data, durationSeconds: durationWith(policy.durationSeconds, data.extraTime) },
    },
  ],
  (state, { candidate }) =>
    state.closedAt === null
      ? []
      : [
          {
            warning: 'granted-after-the-close',
            text: {
              en: 'The session is closed: extra time granted to candidate {candidate} now gives no time back.',
              fr: 'La session est close : le temps accordé maintenant au candidat {candidate} ne lui rend pas de temps.',
            },
            values: { candidate: plain(candidate) },
          },
        ],
);
