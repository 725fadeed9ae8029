import { overlap } from '../../domain/values/slot.ts';
import type { Agenda, AgendaEntry } from './agenda.ts';
import { inOrderOfTime } from './order.ts';

/** Two sessions that one examiner would have to hold at the same time; the first begins no later than the second. */
export interface Overlap {
  readonly examiner: string;
  readonly first: AgendaEntry;
  readonly second: AgendaEntry;
}

const doOverlap = ({ header: a }: AgendaEntry, { header: b }: AgendaEntry): boolean =>
  a.slot !== null && b.slot !== null && overlap(a.slot, b.slot);

/** The sessions of which an examiner has charge, in order of time; those that were cancelled do not count. */
export const heldBy = (agenda: Agenda, examiner: string): Agenda =>
  inOrderOfTime(agenda).filter(
    ({ header, lifecycle }) => lifecycle !== 'cancelled' && header.examiners.some(({ id }) => id === examiner),
  );

/**
 * The sessions whose slots overlap although the same examiner has charge of them. Sessions that were cancelled do not
 * count, and slots that only touch do not overlap.
 *
 * @param examiner the examiner's own identity, never a name
 */
export function overlapsOf(agenda: Agenda, examiner: string): readonly Overlap[] {
  const held = heldBy(agenda, examiner);
  return held.flatMap((first, place) =>
    held
      .slice(place + 1)
      .filter((second) => doOverlap(first, second))
      .map((second) => ({ examiner, first, second })),
  );
}

/** The examiners whom an agenda names, each once. */
export const examinersOf = (agenda: Agenda): readonly string[] => [
  ...new Set(agenda.flatMap(({ header }) => header.examiners.map(({ id }) => id))),
];
