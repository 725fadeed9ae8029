import type { Fact } from '../events/catalogue.ts';
import type { CandidateState, SessionState } from '../state/session.ts';
import { oneResult, resultOfTheNumber } from './after.ts';
import {
  candidateNotAbsent,
  candidateRegistered,
  homonymKnown,
  nextNumber,
  notLessThanTheDuration,
  roomForOneMore,
} from './candidates.ts';
import type { Rule } from './define.ts';
import {
  beforeTheEndScreen,
  endScreenComesLast,
  endScreenNotSeenYet,
  interruptedBefore,
  noNumberYet,
  notAlreadyInterrupted,
  numberStandsOnce,
  sessionsOwnCode,
} from './test.ts';
import {
  afterTheStart,
  beforeTheClose,
  lifecycleInOrder,
  nextRevision,
  notInTheFuture,
  recordedInOrder,
} from './time.ts';

/** The rules that a session asks many times: the first has bit 0, the next bit 1. */
const FREQUENT: readonly string[] = [
  ...[nextRevision, recordedInOrder, notInTheFuture, lifecycleInOrder, candidateRegistered, candidateNotAbsent],
  ...[roomForOneMore, nextNumber, homonymKnown, notLessThanTheDuration],
  ...[afterTheStart, beforeTheClose, beforeTheEndScreen, endScreenNotSeenYet],
  ...[notAlreadyInterrupted, sessionsOwnCode, interruptedBefore, endScreenComesLast],
  ...[noNumberYet, numberStandsOnce, resultOfTheNumber, oneResult],
].map(({ name }) => name);

/** The bits of these rules, for {@link areKept}; those that are seldom asked have none. */
export const bitsOf = (rules: readonly Rule[]): number =>
  rules.reduce((bits, { name }) => (FREQUENT.includes(name) ? bits | (1 << FREQUENT.indexOf(name)) : bits), 0);

/** Whether an event keeps a rule. */
export type Check = Rule['holds'];

/** Those of the rules that have no bit. */
export const seldomAsked = (rules: readonly Rule[]): readonly Check[] =>
  rules.filter(({ name }) => !FREQUENT.includes(name)).map(({ holds }) => holds);

// The rules' own predicates, as constants of this module: an engine that knows which function it calls inlines it.
const keepsNextRevision = nextRevision.holds;
const keepsRecordedInOrder = recordedInOrder.holds;
const keepsNotInTheFuture = notInTheFuture.holds;
const keepsLifecycleInOrder = lifecycleInOrder.holds;
const keepsCandidateRegistered = candidateRegistered.holds;
const keepsCandidateNotAbsent = candidateNotAbsent.holds;
const keepsRoomForOneMore = roomForOneMore.holds;
const keepsNextNumber = nextNumber.holds;
const keepsHomonymKnown = homonymKnown.holds;
const keepsNotLessThanTheDuration = notLessThanTheDuration.holds;
const keepsAfterTheStart = afterTheStart.holds;
const keepsBeforeTheClose = beforeTheClose.holds;
const keepsBeforeTheEndScreen = beforeTheEndScreen.holds;
const keepsEndScreenNotSeenYet = endScreenNotSeenYet.holds;
const keepsNotAlreadyInterrupted = notAlreadyInterrupted.holds;
const keepsSessionsOwnCode = sessionsOwnCode.holds;
const keepsInterruptedBefore = interruptedBefore.holds;
const keepsEndScreenComesLast = endScreenComesLast.holds;
const keepsNoNumberYet = noNumberYet.holds;
const keepsNumberStandsOnce = numberStandsOnce.holds;
const keepsResultOfTheNumber = resultOfTheNumber.holds;
const keepsOneResult = oneResult.holds;

/**
 * Whether an event keeps the rules of these bits, and those that every event keeps. A checked replay spends most of its
 * time here, so each rule is asked where it stands, and the rules of a kind are passed over together.
 */
export function areKept(bits: number, state: SessionState, event: Fact, candidate: CandidateState): boolean {
  // A rule is only asked of the events that the machine names it for; the types of the machine see to that.
  const fact = event as never;
  return (
    keepsNextRevision(state, fact, candidate) &&
    keepsRecordedInOrder(state, fact, candidate) &&
    keepsNotInTheFuture(state, fact, candidate) &&
    ((bits & 0x8) === 0 || keepsLifecycleInOrder(state, fact, candidate)) &&
    ((bits & 0x10) === 0 || keepsCandidateRegistered(state, fact, candidate)) &&
    ((bits & 0x20) === 0 || keepsCandidateNotAbsent(state, fact, candidate)) &&
    ((bits & 0x3c0) === 0 || isRegistrationKept(bits, state, fact, candidate)) &&
    ((bits & 0x3c00) === 0 || isTestKept(bits, state, fact, candidate)) &&
    ((bits & 0x3c000) === 0 || isInterruptionKept(bits, state, fact, candidate)) &&
    ((bits & 0x3c0000) === 0 || isNumberKept(bits, state, fact, candidate))
  );
}

const isRegistrationKept = (bits: number, state: SessionState, fact: never, candidate: CandidateState): boolean =>
  ((bits & 0x40) === 0 || keepsRoomForOneMore(state, fact, candidate)) &&
  ((bits & 0x80) === 0 || keepsNextNumber(state, fact, candidate)) &&
  ((bits & 0x100) === 0 || keepsHomonymKnown(state, fact, candidate)) &&
  ((bits & 0x200) === 0 || keepsNotLessThanTheDuration(state, fact, candidate));

const isTestKept = (bits: number, state: SessionState, fact: never, candidate: CandidateState): boolean =>
  ((bits & 0x400) === 0 || keepsAfterTheStart(state, fact, candidate)) &&
  ((bits & 0x800) === 0 || keepsBeforeTheClose(state, fact, candidate)) &&
  ((bits & 0x1000) === 0 || keepsBeforeTheEndScreen(state, fact, candidate)) &&
  ((bits & 0x2000) === 0 || keepsEndScreenNotSeenYet(state, fact, candidate));

const isInterruptionKept = (bits: number, state: SessionState, fact: never, candidate: CandidateState): boolean =>
  ((bits & 0x4000) === 0 || keepsNotAlreadyInterrupted(state, fact, candidate)) &&
  ((bits & 0x8000) === 0 || keepsSessionsOwnCode(state, fact, candidate)) &&
  ((bits & 0x10000) === 0 || keepsInterruptedBefore(state, fact, candidate)) &&
  ((bits & 0x20000) === 0 || keepsEndScreenComesLast(state, fact, candidate));

const isNumberKept = (bits: number, state: SessionState, fact: never, candidate: CandidateState): boolean =>
  ((bits & 0x40000) === 0 || keepsNoNumberYet(state, fact, candidate)) &&
  ((bits & 0x80000) === 0 || keepsNumberStandsOnce(state, fact, candidate)) &&
  ((bits & 0x100000) === 0 || keepsResultOfTheNumber(state, fact, candidate)) &&
  ((bits & 0x200000) === 0 || keepsOneResult(state, fact, candidate));
