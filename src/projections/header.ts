import type { Establishment } from '../domain/values/establishment.ts';
import type { ExaminerName } from '../domain/values/people.ts';
import { examinerPerson } from '../domain/values/person.ts';
import { ERASED, type MaybeErased } from '../domain/values/personal.ts';
import { type Policy, PROCEDURE_POLICY } from '../domain/values/policy.ts';
import type { Slot } from '../domain/values/slot.ts';
import type { Projection } from './projection.ts';

/** An examiner of a session. */
export interface HeaderExaminer {
  readonly id: string;
  readonly name: MaybeErased<ExaminerName>;
}

/** What stands at the head of every document of a session: where, when, by whom. */
export interface SessionHeader {
  /** The session's identity; empty before it is planned. */
  readonly session: string;
  /** « L'établissement (nom, adresse, code postal, ville) »; `null` before the session is planned. */
  readonly establishment: Establishment | null;
  /** Date, hours, zone, site and room; `null` before the session is planned. */
  readonly slot: Slot | null;
  /** Those who have charge of candidates, in the order in which they were named. */
  readonly examiners: readonly HeaderExaminer[];
  /** « 4 lettres en majuscule suivies de 2 chiffres »; `null` until it is issued. */
  readonly accessCode: string | null;
  /** What the centre decided for its sessions: the cap, the duration, the columns of the printed copies. */
  readonly policy: Policy;
}

/** The head of a session's documents. */
export const sessionHeader: Projection<SessionHeader> = {
  initial: {
    session: '',
    establishment: null,
    slot: null,
    examiners: [],
    accessCode: null,
    policy: PROCEDURE_POLICY,
  },
  on: {
    SessionPlanned: (view, { data: { session, establishment, slot, policy } }) => ({
      ...view,
      session,
      establishment,
      slot,
      policy,
    }),
    SessionReplanned: (view, { data }) => ({
      ...view,
      establishment: data.establishment ?? view.establishment,
      slot: data.slot ?? view.slot,
    }),
    ExaminerAdded: (view, { data: { examiner, name } }) => ({
      ...view,
      examiners: [...view.examiners, { id: examiner, name }],
    }),
    ExaminerRemoved: (view, { data }) => ({
      ...view,
      examiners: view.examiners.filter(({ id }) => id !== data.examiner),
    }),
    AccessCodeIssued: (view, { data: { accessCode } }) => ({ ...view, accessCode }),
    PersonErased: (view, { data: { person } }) => ({
      ...view,
      examiners: view.examiners.map((one) => (examinerPerson(one.id) === person ? { ...one, name: ERASED } : one)),
    }),
  },
};

/** The zone of the session's wall clock; that of Paris before the session is planned. */
export const zoneOf = ({ slot }: SessionHeader): string => slot?.zone ?? 'Europe/Paris';
