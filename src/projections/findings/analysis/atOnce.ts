import { overlap, type Slot } from '../../../domain/values/slot.ts';
import type { FindingInput } from '../finding.ts';
import { type Overview, overviewFrom, overviewOf } from './overview.ts';
import type { Replayed } from './replayed.ts';

/** A session that takes place. */
export interface Held extends Overview {
  readonly slot: Slot;
}

/** An examiner of a session, and what else they have charge of at the same time. */
export interface HeldAtOnce {
  readonly examiner: string;
  readonly own: Held;
  /** Sessions whose slots overlap the session's own, where there are any. */
  readonly others: readonly Held[];
}

const isHeld = (overview: Overview): overview is Held => overview.slot !== null;

/** The examiners of a session with the others that they have charge of at the same time, as planned. */
export function heldAtOnce({ replayed: { session }, others }: FindingInput): readonly HeldAtOnce[] {
  const own = overviewFrom(session.state, session.lifecycle === 'cancelled');
  if (!isHeld(own)) return [];
  const overlapping = others
    .map(overviewOf)
    .filter(isHeld)
    .filter(({ slot }) => overlap(slot, own.slot));
  return own.examiners.map((examiner) => ({
    examiner,
    own,
    others: overlapping.filter(({ examiners }) => examiners.includes(examiner)),
  }));
}

/** The events that name an examiner, and that say when the session takes place. */
export function chargeEvents({ of }: Replayed, examiner: string): readonly number[] {
  const moved = of('SessionReplanned').filter(({ data }) => data.slot !== null);
  const plans = [...of('SessionPlanned'), ...moved];
  const namings = of('ExaminerAdded').filter(({ data }) => data.examiner === examiner);
  return [...plans.slice(-1), ...namings.slice(-1)].map(({ revision }) => revision);
}
