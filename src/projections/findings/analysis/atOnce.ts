import { overlap, type Slot } from '../../../domain/values/slot.ts';
import type { FindingInput } from '../finding.ts';
import { type Overview, overviewFrom, overviewOf } from './overview.ts';

/** A session that takes place. */
export interface Held extends Overview {
  readonly slot: Slot;
}

/** An examiner of a session who has charge of others at the same time. */
export interface HeldAtOnce {
  readonly examiner: string;
  readonly own: Held;
  /** Those whose slots overlap the session's own. */
  readonly others: readonly Held[];
  /** The events that name the examiner, and that say when the session takes place. */
  readonly events: readonly number[];
}

const isHeld = (overview: Overview): overview is Held => overview.slot !== null;

/** The examiners of a session who have charge of others at the same time, as planned. */
export function heldAtOnce({ replayed, others }: FindingInput): readonly HeldAtOnce[] {
  const { session, of } = replayed;
  const own = overviewFrom(session.state, session.lifecycle === 'cancelled');
  if (others.length === 0 || !isHeld(own)) return [];
  const overlapping = others
    .map(overviewOf)
    .filter(isHeld)
    .filter(({ slot }) => overlap(slot, own.slot));
  const moved = of('SessionReplanned').filter(({ data }) => data.slot !== null);
  const plan = moved.at(-1) ?? of('SessionPlanned').at(-1);
  return own.examiners.flatMap((examiner) => {
    const theirs = overlapping.filter(({ examiners }) => examiners.includes(examiner));
    if (theirs.length === 0) return [];
    const named = of('ExaminerAdded').findLast(({ data }) => data.examiner === examiner);
    const events = [plan, named].filter((event) => event !== undefined).map(({ revision }) => revision);
    return [{ examiner, own, others: theirs, events }];
  });
}
