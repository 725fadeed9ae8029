/**
 * What holds of anything that behaves like a register, as laws that can be tried on it: on generated histories, told
 * again through its front door.
 *
 * @module
 */
import { checkAll } from '../run/check.ts';
import type { Budget, Verdict } from '../run/trial.ts';
import { deadlinesAreExact } from './deadlinesAreExact.ts';
import { erasureChangesNoVerdict } from './erasureChangesNoVerdict.ts';
import { foldsGoOn } from './foldsGoOn.ts';
import { judgedByTheRulebook } from './judgedByTheRulebook.ts';
import { lateEntriesCountTheSame } from './lateEntriesCountTheSame.ts';
import type { Law } from './law.ts';
import { listsAreAllOrNothing } from './listsAreAllOrNothing.ts';
import { neverMoreThanTheCap } from './neverMoreThanTheCap.ts';
import { nothingClosesByItself } from './nothingClosesByItself.ts';
import { recordedInOrder } from './recordedInOrder.ts';
import { refusedChangesNothing } from './refusedChangesNothing.ts';
import { replayIsDeterministic } from './replayIsDeterministic.ts';
import { sameCommandOneEffect } from './sameCommandOneEffect.ts';
import { storedEventsReadBack } from './storedEventsReadBack.ts';
import type { Subject } from './subject.ts';
import { tableAndMachineAgree } from './tableAndMachineAgree.ts';
import { viewsAreFolds } from './viewsAreFolds.ts';
import { viewsForgetTheErased } from './viewsForgetTheErased.ts';

export type { SetClock } from './clock.ts';
export type { Law } from './law.ts';
export type { FrontDoor, JudgedView, Subject, SubjectPorts } from './subject.ts';

/** Every law, by its name. */
export const LAWS = {
  neverMoreThanTheCap,
  refusedChangesNothing,
  judgedByTheRulebook,
  replayIsDeterministic,
  foldsGoOn,
  tableAndMachineAgree,
  viewsAreFolds,
  lateEntriesCountTheSame,
  storedEventsReadBack,
  sameCommandOneEffect,
  erasureChangesNoVerdict,
  viewsForgetTheErased,
  listsAreAllOrNothing,
  recordedInOrder,
  nothingClosesByItself,
  deadlinesAreExact,
} as const satisfies Readonly<Record<string, Law>>;

/** The name of a law. */
export type LawName = keyof typeof LAWS;

/**
 * Tries every law on a subject, one after the other.
 *
 * @throws {RangeError} where the budget's token is none
 */
export const checkLaws = (subject: Subject, budget: Budget = {}): Promise<readonly Verdict[]> =>
  checkAll(
    Object.values(LAWS).map((law) => law(subject)),
    budget,
  );
