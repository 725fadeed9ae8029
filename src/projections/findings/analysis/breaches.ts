import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { type Refusal, refusalsOf } from '../../../domain/machine/refusal.ts';
import { type Draft, isKept } from '../../../domain/machine/replay.ts';
import { subjectOf } from '../../../domain/state/evolve.ts';

/** An event that the rules refuse, and all that speaks against it. */
export interface BrokenBy {
  readonly event: SessionEvent;
  readonly refusals: readonly Refusal[];
}

/** What speaks against an event, as a checked replay asks it; `null` where nothing does. @param draft before the event */
export function brokenBy({ place, state }: Draft, event: SessionEvent): BrokenBy | null {
  const step = place.on[event.type];
  const isLegal = step !== undefined && isKept(step, state, event, subjectOf(step.aboutCandidate, state, event));
  return isLegal ? null : { event, refusals: refusalsOf(place, state, event) };
}
