import type { Fact } from '../../../src/domain/events/catalogue.ts';
import { apply, type Draft, newDraft } from '../../../src/domain/machine/replay.ts';

/** A draft after these facts. */
export function draftOf(facts: Iterable<Fact>): Draft {
  const draft = newDraft();
  for (const fact of facts) apply(draft, fact);
  return draft;
}
