import { z } from 'zod';
import { reasonText } from '../events/fields.ts';
import { instantOf, plain } from '../rules/define.ts';
import { RULEBOOK_VERSION } from '../rules/rulebook.ts';
import { accessCode } from '../values/codes.ts';
import { establishment } from '../values/establishment.ts';
import { examinerId, examinerName } from '../values/people.ts';
import { policyGiven } from '../values/policy.ts';
import { type Slot, slot } from '../values/slot.ts';
import { type Caution, type Decided, defineCommand, optionally } from './define.ts';

const examiner = z.strictObject({ id: examinerId, name: examinerName });

/** What a slot should make somebody think about. */
function slotWarnings(planned: Slot, durationSeconds: number, now: number): readonly Caution[] {
  const slotSeconds = (planned.endsAt - planned.startsAt) / 1000;
  const warnings: Caution[] = [];
  if (slotSeconds < durationSeconds) {
    warnings.push({
      warning: 'slot-shorter-than-the-test',
      text: {
        en: 'The slot lasts {slotSeconds} s, the test {durationSeconds} s.',
        fr: 'Le créneau dure {slotSeconds} s, le test {durationSeconds} s.',
      },
      values: { slotSeconds: plain(slotSeconds), durationSeconds: plain(durationSeconds) },
    });
  }
  if (planned.startsAt < now) {
    warnings.push({
      warning: 'slot-in-the-past',
      text: { en: 'The slot began at {startsAt}.', fr: 'Le créneau a commencé à {startsAt}.' },
      values: { startsAt: instantOf(planned.startsAt, planned.zone) },
    });
  }
  return warnings;
}

/** Plans a session: establishment, slot, examiners, and the policy that will judge it. */
export const PlanSession = defineCommand(
  'PlanSession',
  'Planifier une session',
  z.strictObject({
    establishment,
    slot,
    examiners: z.array(examiner).min(1).max(50),
    policy: policyGiven,
  }),
  (_, data, { session }) => [
    {
      type: 'SessionPlanned',
      data: {
        session,
        establishment: data.establishment,
        slot: data.slot,
        policy: data.policy,
        rulebook: RULEBOOK_VERSION,
      },
    },
    ...data.examiners.map(({ id, name }): Decided => ({ type: 'ExaminerAdded', data: { examiner: id, name } })),
  ],
  (_, data, { now }) => slotWarnings(data.slot, data.policy.durationSeconds, now),
);

/** Moves the slot, or puts the establishment's particulars right, before the start. */
export const ReplanSession = defineCommand(
  'ReplanSession',
  'Modifier le créneau',
  z
    .strictObject({ slot: optionally(slot), establishment: optionally(establishment), reason: reasonText })
    .refine((given) => given.slot !== null || given.establishment !== null, { error: 'replan-changes-something' }),
  (_, data) => [{ type: 'SessionReplanned', data }],
  (state, data, { now }) => (data.slot === null ? [] : slotWarnings(data.slot, state.policy.durationSeconds, now)),
);

/** Names a further examiner. */
export const AddExaminer = defineCommand('AddExaminer', 'Désigner un examinateur', examiner, (_, { id, name }) => [
  { type: 'ExaminerAdded', data: { examiner: id, name } },
]);

/** Takes an examiner off the session. */
export const RemoveExaminer = defineCommand(
  'RemoveExaminer',
  'Retirer un examinateur',
  z.strictObject({ id: examinerId, reason: reasonText }),
  (_, { id, reason }) => [{ type: 'ExaminerRemoved', data: { examiner: id, reason } }],
);

/** Cancels the session; its access code is released. */
export const CancelSession = defineCommand(
  'CancelSession',
  'Annuler la session',
  z.strictObject({ reason: reasonText }),
  (_, data) => [{ type: 'SessionCancelled', data }],
);

/** Issues an access code, which the caller has reserved. */
export const IssueAccessCode = defineCommand(
  'IssueAccessCode',
  'Attribuer un code d’accès',
  z.strictObject({ accessCode }),
  (_, data) => [{ type: 'AccessCodeIssued', data }],
);
