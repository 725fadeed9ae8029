import fc from 'fast-check';
import type { Fact } from '../../../domain/events/catalogue.ts';
import { apply, newDraft } from '../../../domain/machine/replay.ts';
import { forged, forgeries } from './forgeries.ts';
import { histories } from './histories.ts';

/** A legal history up to any of its events, and what somebody forged to come after it. */
export interface TamperedRecord {
  readonly legal: readonly Fact[];
  readonly forgeries: readonly Fact[];
  /** Both, as they stand in the record. */
  readonly events: readonly Fact[];
}

/**
 * Records that were tampered with, from any state of the lifecycle on: of any type in any state, with instants beside
 * those that rules look at, and with revisions that do not fit. Each forgery is made for what stands before it. They
 * break the rules that no command can break.
 *
 * @param most how many events are forged at most
 */
export const tamperedRecords = (most = 15): fc.Arbitrary<TamperedRecord> =>
  fc
    .record({
      history: histories({ choices: 45, mistakes: 0 }),
      cut: fc.nat(999),
      forgeries: fc.array(forgeries, { minLength: 1, maxLength: most }),
    })
    .map(({ history, cut, forgeries: wanted }) => {
      const legal = history.events.slice(0, cut % (history.events.length + 1));
      const draft = newDraft();
      for (const event of legal) apply(draft, event);
      const made = wanted.map((forgery) => {
        const fact = forged(forgery, draft.state);
        apply(draft, fact);
        return fact;
      });
      return { legal, forgeries: made, events: [...legal, ...made] };
    });
