import type { Fact } from '../events/catalogue.ts';
import { emptySession, type SessionState } from '../state/session.ts';
import { type Refusal, refusalsOf } from './refusal.ts';
import { type Lifecycle, type Place, UNPLANNED } from './table.ts';

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
  const { state } = draft;
  const step = draft.place.steps.get(fact.type);
  if (step !== undefined) {
    if (step.change !== null) step.change(state, fact);
    draft.place = step.target;
  }
  state.revision = fact.revision;
  state.recordedAt = fact.recordedAt;
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

/** Whether the state accepts the event: every rule holds. */
function isAccepted({ place, state }: Draft, fact: Fact): boolean {
  const step = place.steps.get(fact.type);
  if (step === undefined) return false;
  const { rules } = step;
  for (let index = 0; index < rules.length; index += 1) {
    if (rules[index]?.holds(state, fact) === false) return false;
  }
  return true;
}

/**
 * Checked replay: the same state, and every event that the rules refuse. A refused event is applied all the same, since
 * it stands in the record and what follows rests on it.
 */
export function checkedReplay(history: Iterable<Fact>): Session & { readonly breaches: readonly Breach[] } {
  const draft = newDraft();
  const breaches: Breach[] = [];
  for (const fact of history) {
    if (!isAccepted(draft, fact)) {
      breaches.push({ revision: fact.revision, refusals: refusalsOf(draft.place, draft.state, fact) });
    }
    apply(draft, fact);
  }
  return { ...sessionOf(draft), breaches };
}
