import { isStoreError } from '../../domain/store/errors.ts';
import type { EventStore, GlobalRange, Position } from '../../domain/store/port.ts';
import { type StoreFinding, storeFinding } from './findings.ts';

/** What is seen of the global order while its texts go by. */
export interface Gaps {
  /** Looks at the next position. */
  see(position: Position): Promise<void>;
  readonly findings: readonly StoreFinding[];
}

/** Most findings that are kept; somebody who emptied half a record left more gaps than anybody reads. */
const FINDINGS = 100;

/**
 * Watches for positions that are missing. A position means something to its store alone: where two that are numbers do
 * not follow each other, the store itself is asked to read on there, and says whether that is damage.
 */
export function gapsIn(store: EventStore): Gaps {
  const findings: StoreFinding[] = [];
  let before: Position | null = null;

  const isDamage = async (): Promise<boolean> => {
    const range: GlobalRange = before === null ? { limit: 1 } : { limit: 1, after: before };
    try {
      await store.readAll(range);
      return false;
    } catch (thrown) {
      if (isStoreError(thrown) && thrown.code === 'store-damaged') return true;
      throw thrown;
    }
  };

  return {
    findings,
    async see(position) {
      const isNumber = /^\d{1,15}$/.test(position);
      const follows = Number(position) === Number(before ?? 0) + 1;
      if (isNumber && !follows && findings.length < FINDINGS && (await isDamage())) {
        findings.push(storeFinding('position-missing', { position }));
      }
      before = position;
    },
  };
}
