import { overlap, type Slot } from '../../domain/values/slot.ts';
import type { Agenda, AgendaEntry } from './agenda.ts';
import { inOrderOfTime } from './order.ts';

/** Two sessions that one examiner would have to hold at the same time; the first begins no later than the second. */
export interface Overlap {
  readonly examiner: string;
  readonly first: AgendaEntry;
  readonly second: AgendaEntry;
}

/** A session that has a time. */
export interface Held {
  readonly entry: AgendaEntry;
  readonly slot: Slot;
}

/** The sessions of which an examiner has charge, in order of time; those that were cancelled do not count. */
export const heldBy = (agenda: Agenda, examiner: string): readonly Held[] =>
  inOrderOfTime(agenda).flatMap((entry): readonly Held[] => {
    const { header, lifecycle } = entry;
    const { slot, examiners } = header;
    const counts = lifecycle !== 'cancelled' && examiners.some(({ id }) => id === examiner);
    return slot !== null && counts ? [{ entry, slot }] : [];
  });

/**
 * The sessions whose slots overlap although the same examiner has charge of them. Sessions that were cancelled do not
 * count, and slots that only touch do not overlap.
 *
 * @param examiner the examiner's own identity, never a name
 */
export function overlapsOf(agenda: Agenda, examiner: string): readonly Overlap[] {
  const held = heldBy(agenda, examiner);
  return held.flatMap(({ entry: first, slot }, place) =>
    held
      .slice(place + 1)
      .filter((later) => overlap(slot, later.slot))
      .map(({ entry: second }) => ({ examiner, first, second })),
  );
}

/** The examiners whom an agenda names, each once. */
export const examinersOf = (agenda: Agenda): readonly string[] => [
  ...new Set(agenda.flatMap(({ header }) => header.examiners.map(({ id }) => id))),
];
