import type { Fact } from '../events/catalogue.ts';
import type { CandidateState, SessionState } from '../state/session.ts';
import {
  candidateNotAbsent,
  candidateRegistered,
  homonymKnown,
  nextNumber,
  notLessThanTheDuration,
  roomForOneMore,
} from './candidates.ts';
import type { Rule } from './define.ts';
import { beforeTheEndScreen, endScreenNotSeenYet, noNumberYet } from './test.ts';
import {
  afterTheStart,
  beforeTheClose,
  lifecycleInOrder,
  nextRevision,
  notInTheFuture,
  recordedInOrder,
} from './time.ts';

/** Rules that read nothing of an event but its times and its candidate, so that they can be asked of any event. */
const COMMON = [
  nextRevision,
  recordedInOrder,
  notInTheFuture,
  lifecycleInOrder,
  afterTheStart,
  beforeTheClose,
  candidateRegistered,
  candidateNotAbsent,
  beforeTheEndScreen,
  noNumberYet,
  endScreenNotSeenYet,
].map(({ name }) => name);

type Registration = Parameters<typeof roomForOneMore.holds>[1];
type About = Parameters<typeof noNumberYet.holds>[1] & Parameters<typeof endScreenNotSeenYet.holds>[1];

/**
 * Asks the rules in {@link COMMON} all at once: one bit for each that is broken, in the order of the list. These are
 * the rules' own predicates, called where the engine can inline them; a checked replay is several times faster for it.
 */
export function commonlyBroken(state: SessionState, fact: Fact, candidate: CandidateState): number {
  const about = fact as About;
  return (
    (nextRevision.holds(state, fact, candidate) ? 0 : 1) |
    (recordedInOrder.holds(state, fact, candidate) ? 0 : 2) |
    (notInTheFuture.holds(state, fact, candidate) ? 0 : 4) |
    (lifecycleInOrder.holds(state, fact, candidate) ? 0 : 8) |
    (afterTheStart.holds(state, fact, candidate) ? 0 : 16) |
    (beforeTheClose.holds(state, fact, candidate) ? 0 : 32) |
    (candidateRegistered.holds(state, about, candidate) ? 0 : 64) |
    (candidateNotAbsent.holds(state, about, candidate) ? 0 : 128) |
    (beforeTheEndScreen.holds(state, about, candidate) ? 0 : 256) |
    (noNumberYet.holds(state, about, candidate) ? 0 : 512) |
    (endScreenNotSeenYet.holds(state, about, candidate) ? 0 : 1024)
  );
}

/** The bits of {@link commonlyBroken} that matter to these rules. */
export const commonBits = (rules: readonly Rule[]): number =>
  rules.reduce((bits, { name }) => (isCommon(name) ? bits | (1 << COMMON.indexOf(name as never)) : bits), 0);

/** Whether an event keeps a rule, or several. */
export type Check = (state: SessionState, fact: Fact, candidate: CandidateState) => boolean;

/** The rules of a registration, of which a session has as many as candidates. */
const REGISTRATION = [roomForOneMore, nextNumber, homonymKnown, notLessThanTheDuration].map(({ name }) => name);

const registrationKept: Check = (state, fact, candidate) => {
  const registered = fact as Registration;
  return (
    roomForOneMore.holds(state, registered, candidate) &&
    nextNumber.holds(state, registered, candidate) &&
    homonymKnown.holds(state, registered, candidate) &&
    notLessThanTheDuration.holds(state, registered, candidate)
  );
};

/** The rules that are not asked all at once, in as few calls as it takes. */
export function othersOf(rules: readonly Rule[]): readonly Check[] {
  const others = rules.filter(({ name }) => !isCommon(name));
  const isRegistration = REGISTRATION.every((name) => others.some((rule) => rule.name === name));
  return isRegistration ? [registrationKept] : others.map(({ holds }) => holds);
}

const isCommon = (name: string): boolean => COMMON.some((common) => common === name);
