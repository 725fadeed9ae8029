import type { Fact } from '../events/catalogue.ts';
import { areKept } from '../rules/fused.ts';
import { subjectOf } from '../state/evolve.ts';
import { type CandidateState, emptySession, type SessionState } from '../state/session.ts';
import { type Refusal, refusalsOf } from './refusal.ts';
import { type Lifecycle, type Place, type Step, UNPLANNED } from './table.ts';

/** A session as of its last event. */
export interface Session {
  readonly lifecycle: Lifecycle;
  readonly state: SessionState;
}

/** A session that a caller owns, and events are applied to. */
export interface Draft {
  place: Place;
  readonly state: SessionState;
}

/** A session of which nothing is recorded. */
export const newDraft = (): Draft => ({ place: UNPLANNED, state: emptySession() });

/** A draft as others see it. */
export const sessionOf = ({ place, state }: Draft): Session => ({ lifecycle: place.lifecycle, state });

/**
 * Applies an event without asking any rule. What a state does not know changes nothing but the place in the record.
 *
 * @param draft is changed in place
 */
export function apply(draft: Draft, fact: Fact): void {
  const { state, place } = draft;
  const step = place.on[fact.type];
  if (step !== undefined) take(draft, step, fact);
  state.revision = fact.revision;
  state.recordedAt = fact.recordedAt;
}

/** Makes the change of a step, and moves to its target. */
function take(draft: Draft, { change, target }: Step, fact: Fact): void {
  if (change !== null) change(draft.state, fact);
  draft.place = target;
}

/** Trusted replay: the state after a history that was judged when it was recorded. No rule is asked. */
export function replay(history: Iterable<Fact>): Session {
  const draft = newDraft();
  for (const fact of history) apply(draft, fact);
  return sessionOf(draft);
}

/** An event of a history that the rules refuse. */
export interface Breach {
  readonly revision: number;
  readonly refusals: readonly Refusal[];
}

/**
 * Checked replay: the same state, and every event that the rules refuse. A refused event is applied all the same, since
 * it stands in the record and what follows rests on it.
 */
export function checkedReplay(history: Iterable<Fact>): Session & { readonly breaches: readonly Breach[] } {
  const draft = newDraft();
  const breaches: Breach[] = [];
  for (const fact of history) {
    const { state, place } = draft;
    const step = place.on[fact.type];
    const candidate = subjectOf(step?.aboutCandidate === true, state, fact);
    if (step === undefined || !isKept(step, state, fact, candidate)) {
      breaches.push({ revision: fact.revision, refusals: refusalsOf(place, state, fact) });
    }
    if (step !== undefined) take(draft, step, fact);
    state.revision = fact.revision;
    state.recordedAt = fact.recordedAt;
  }
  return { lifecycle: draft.place.lifecycle, state: draft.state, breaches };
}

/** Whether every rule of a step holds, asked in the quickest way; where one does not, {@link refusalsOf} says which. */
export function isKept({ bits, others }: Step, state: SessionState, fact: Fact, candidate: CandidateState): boolean {
  if (!areKept(bits, state, fact, candidate)) return false;
  for (const check of others) if (!check(state, fact, candidate)) return false;
  return true;
}
