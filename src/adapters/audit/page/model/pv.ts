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

/** The sections of the PV, with what differs from the PV of another moment. */
export function pvShown(pv: Pv, former: Pv): readonly Section[] {
  const before = knownSections(former);
  return knownSections(pv).map(({ title, items }, place) => {
    const were = new Set(before[place]?.items);
    const are = new Set(items);
    return {
      title,
      items: items.map((text) => ({ text, isNew: !were.has(text) })),
      gone: [...were].filter((text) => !are.has(text)),
    };
  });
}
