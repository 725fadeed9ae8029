import { countsText } from '../../../../projections/pv/attendanceTable.ts';
import type { Pv } from '../../../../projections/pv/pv.ts';
import { courseSection, type PvSection, recordSections } from '../../../../projections/pv/sections.ts';
import { visible } from '../../../../projections/terminal/visible.ts';

/** An item of the PV. */
export interface Item {
  readonly text: string;
  /** Whether it did not stand in the PV of the moment that is compared. */
  readonly isNew: boolean;
}

/** A section of the PV. */
export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
  /** What stood there at the moment that is compared, and stands there no more. */
  readonly gone: readonly string[];
}

/** The PV section by section; who was there stands line by line in the sheet. */
const sectionsOf = (pv: Pv): readonly PvSection[] =>
  [courseSection(pv), { title: 'Présence', items: [countsText(pv.attendance)] }, ...recordSections(pv)].map(
    ({ title, items }) => ({ title, items: items.map(visible) }),
  );

/** Of the PVs that are in use; most are asked for twice, as the moment and as the one before the next. */
const known = new WeakMap<Pv, readonly PvSection[]>();

function knownSections(pv: Pv): readonly PvSection[] {
  const sections = known.get(pv) ?? sectionsOf(pv);
  known.set(pv, sections);
  return sections;
}

/** Which of these have no counterpart among the others: of two that say the same, one has where the others have one. */
function alone(items: readonly string[], others: readonly string[]): readonly boolean[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return items.map((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

/** The sections of the PV, with what differs from the PV of another moment. */
export function pvShown(pv: Pv, former: Pv): readonly Section[] {
  const before = knownSections(former);
  return knownSections(pv).map(({ title, items }, place) => {
    const were = before[place]?.items ?? [];
    const [areNew, areGone] = [alone(items, were), alone(were, items)];
    return {
      title,
      items: items.map((text, index) => ({ text, isNew: areNew[index] === true })),
      gone: were.filter((_, index) => areGone[index]),
    };
  });
}
