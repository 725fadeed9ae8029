import fc from 'fast-check';
import { forged, forgeries } from '../../../src/adapters/testing/histories/forgeries.ts';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import type { Fact } from '../../../src/domain/events/catalogue.ts';
import { apply, type Draft, newDraft } from '../../../src/domain/machine/replay.ts';

/** A legal history up to any of its events, and what somebody forged to come after it. */
export interface ForgedRecord {
  readonly legal: readonly Fact[];
  readonly forgeries: readonly Fact[];
}

/** A draft after these facts. */
export function draftOf(facts: Iterable<Fact>): Draft {
  const draft = newDraft();
  for (const fact of facts) apply(draft, fact);
  return draft;
}

/** Records that were tampered with, from any state of the lifecycle on. Each forgery is made for what stands before it. */
export const forgedRecords = (most = 15): fc.Arbitrary<ForgedRecord> =>
  fc
    .record({
      history: histories({ choices: 45, mistakes: 0 }),
      cut: fc.nat(999),
      forgeries: fc.array(forgeries, { minLength: 1, maxLength: most }),
    })
    .map(({ history, cut, forgeries: wanted }) => {
      const legal = history.events.slice(0, cut % (history.events.length + 1));
      const draft = draftOf(legal);
      const made = wanted.map((forgery) => {
        const fact = forged(forgery, draft.state);
        apply(draft, fact);
        return fact;
      });
      return { legal, forgeries: made };
    });
