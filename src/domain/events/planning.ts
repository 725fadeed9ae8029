import { z } from 'zod';
import { sessionIdentity } from '../store/envelope.ts';
import { accessCode } from '../values/codes.ts';
import { establishment } from '../values/establishment.ts';
import { examinerId, examinerName } from '../values/people.ts';
import { fact, personal } from '../values/personal.ts';
import { policy } from '../values/policy.ts';
import { plannedSlot } from '../values/slot.ts';
import { defineEvent } from './define.ts';
import { reason } from './fields.ts';

/** The first event of a session: it carries the policy and the version of the rulebook by which it is judged. */
export const SessionPlanned = defineEvent(
  { type: 'SessionPlanned', version: 1, about: 'session', sentence: 'navette', label: 'Session planifiée' },
  {
    session: fact(sessionIdentity),
    establishment: fact(establishment),
    slot: fact(plannedSlot),
    policy: fact(policy),
    rulebook: fact(z.int().min(1)),
  },
);

/** The slot was moved, or the establishment's particulars were put right, before the start; `null` is unchanged. */
export const SessionReplanned = defineEvent(
  { type: 'SessionReplanned', version: 1, about: 'session', sentence: 'hours', label: 'Créneau modifié' },
  { establishment: fact(establishment.nullable()), slot: fact(plannedSlot.nullable()), reason },
);

/** An examiner takes charge of candidates of this session. */
export const ExaminerAdded = defineEvent(
  { type: 'ExaminerAdded', version: 1, about: 'examiner', sentence: 'examiner', label: 'Examinateur désigné' },
  { examiner: fact(examinerId), name: personal(examinerName) },
);

/** An examiner no longer takes charge. */
export const ExaminerRemoved = defineEvent(
  { type: 'ExaminerRemoved', version: 1, about: 'examiner', sentence: 'examiner', label: 'Examinateur retiré' },
  { examiner: fact(examinerId), reason },
);

/** The session will not take place. */
export const SessionCancelled = defineEvent(
  { type: 'SessionCancelled', version: 1, about: 'session', sentence: 'navette', label: 'Session annulée' },
  { reason },
);

/** Pix issued the access code, which the store holds reserved for this session. */
export const AccessCodeIssued = defineEvent(
  { type: 'AccessCodeIssued', version: 1, about: 'session', sentence: 'accessCode', label: 'Code d’accès attribué' },
  { accessCode: fact(accessCode) },
);
