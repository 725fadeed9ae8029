import type { EventType, Fact } from '../events/catalogue.ts';
import {
  correctsAResult,
  entryStillCounts,
  everyEndScreenOrReason,
  everyNumberHasItsResult,
  everyNumberOrReason,
  oneResult,
  printedFromTheRecord,
  resultOfTheNumber,
} from './after.ts';
import {
  allRegistered,
  candidateNotAbsent,
  candidateRegistered,
  homonymKnown,
  nextNumber,
  notLessThanTheDuration,
  roomForOneMore,
  someoneToCertify,
  tookNoPart,
} from './candidates.ts';
import type { Rule } from './define.ts';
import { personNotErased, personOnRecord } from './erasure.ts';
import { anExaminerIsNamed, capStillHolds, examinerKnown, examinerNew, oneExaminerRemains } from './planning.ts';
import {
  beforeTheEndScreen,
  closedLast,
  correctsTheNumber,
  correctsTheStart,
  endScreenComesLast,
  endScreenNotSeenYet,
  examinerAdvised,
  interruptedBefore,
  noNumberYet,
  notAlreadyInterrupted,
  numberStandsOnce,
  sessionsOwnCode,
  startBeforeTheClose,
  startBeforeTheTest,
  startNotInTheFuture,
} from './test.ts';
import {
  afterTheStart,
  beforeTheClose,
  lifecycleInOrder,
  nextRevision,
  notInTheFuture,
  recordedInOrder,
} from './time.ts';

/** The version of the rulebook; each session's first event says by which one it is judged. */
export const RULEBOOK_VERSION = 1;

const ALL = {
  notInTheFuture,
  recordedInOrder,
  nextRevision,
  lifecycleInOrder,
  afterTheStart,
  beforeTheClose,
  examinerKnown,
  examinerNew,
  oneExaminerRemains,
  capStillHolds,
  anExaminerIsNamed,
  roomForOneMore,
  nextNumber,
  homonymKnown,
  candidateRegistered,
  candidateNotAbsent,
  tookNoPart,
  someoneToCertify,
  notLessThanTheDuration,
  allRegistered,
  sessionsOwnCode,
  numberStandsOnce,
  noNumberYet,
  correctsTheNumber,
  notAlreadyInterrupted,
  interruptedBefore,
  beforeTheEndScreen,
  endScreenComesLast,
  endScreenNotSeenYet,
  examinerAdvised,
  startBeforeTheTest,
  startBeforeTheClose,
  startNotInTheFuture,
  correctsTheStart,
  closedLast,
  everyNumberOrReason,
  everyEndScreenOrReason,
  resultOfTheNumber,
  oneResult,
  correctsAResult,
  everyNumberHasItsResult,
  entryStillCounts,
  printedFromTheRecord,
  personOnRecord,
  personNotErased,
} as const;

type Declared = (typeof ALL)[keyof typeof ALL];

/** The name of a rule. */
export type RuleName = Declared['name'];

/** The names of the rules that can be asked of an event of this type. */
export type RuleNameFor<T extends EventType> = {
  [N in RuleName]: Extract<Declared, { name: N }> extends Rule<infer F> ? (Fact<T> extends F ? N : never) : never;
}[RuleName];

/**
 * Every rule by its name. A rule is only ever asked of the events that the machine names it for, and the machine's
 * types see to that; so the map can speak of facts in general.
 */
const BY_NAME: ReadonlyMap<string, Rule> = new Map(
  Object.values(ALL).map((declared) => [declared.name, declared as unknown as Rule]),
);

/** All rules, in the order of the procedure. */
export const RULES: readonly Rule[] = [...BY_NAME.values()];

/**
 * The rule of this name.
 *
 * @throws {RangeError} where there is none; the machine is then wrong, and is not even loaded
 */
export function ruleNamed(name: string): Rule {
  const found = BY_NAME.get(name);
  if (found === undefined) throw new RangeError(`no rule is named ${name}`);
  return found;
}
