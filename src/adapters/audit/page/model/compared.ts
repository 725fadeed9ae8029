import type { Change } from '../../../../projections/comparison/change.ts';
import { changesBetween } from '../../../../projections/comparison/changesBetween.ts';
import { differing, reader } from '../../../../projections/comparison/reading.ts';
import type { Replayer } from '../../../../projections/replay/replayer.ts';
import type { Audit } from './audit.ts';
import { type Changed, changesShown } from './comparison.ts';

/** Two moments that were compared, by their places. */
export interface Compared {
  readonly from: number;
  readonly to: number;
  /** `null` until the record was gone through. */
  readonly changes: readonly Changed[] | null;
  /** Whether it is said who made each change. */
  readonly isAttributed: boolean;
}

/** Who made a change is looked for event by event: a second for a thousand of them, and four times that for two. */
const ATTRIBUTED_UP_TO = 2000;

/** What changed from one moment to another; in a record of more than two thousand events, without who changed it. */
export function compared({ replayer, zone, places }: Audit, from: number, to: number): Compared {
  const isAttributed = Math.max(from, to) <= ATTRIBUTED_UP_TO;
  const changes = isAttributed ? changesBetween(replayer.history, from, to) : changesAlone(replayer, from, to);
  return { from, to, changes: changesShown(changes, zone, places), isAttributed };
}

/** What changed from one moment to another, and not by whom. */
export function changesAlone(replayer: Replayer, from: number, to: number): readonly Change[] {
  const read = reader();
  const [before, after] = [read(replayer.step(from).pv), read(replayer.step(to).pv)];
  return differing(before, after).map(({ field: { document, candidate, field, title }, ...texts }) => ({
    ...{ document, candidate, field, title },
    ...{ before: texts.before, after: texts.after },
    by: [],
  }));
}
