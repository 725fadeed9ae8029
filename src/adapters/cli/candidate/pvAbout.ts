import type { Pv } from '../../../projections/pv/pv.ts';
import { type PvSection, recordSections } from '../../../projections/pv/sections.ts';

/** Sections of the session as a whole, which speak of no candidate. */
const OF_THE_SESSION = { announcements: [], changesOfPlan: [], documents: [], submissions: [] } as const;

/** What the PV says of one candidate, section by section; sections that say nothing of them are left out. */
export function pvAbout(candidate: number, pv: Pv): readonly PvSection[] {
  const isTheirs = (item: object): boolean => 'candidate' in item && item.candidate === candidate;
  const theirs: Pv = {
    ...pv,
    ...OF_THE_SESSION,
    lines: pv.lines.filter(({ number }) => number === candidate),
    allowances: pv.allowances.filter(({ candidates }) => candidates === 'all' || candidates.includes(candidate)),
    interruptions: pv.interruptions.filter(isTheirs),
    problems: pv.problems.filter(isTheirs),
    frauds: pv.frauds.filter(isTheirs),
    comments: pv.comments.filter(isTheirs),
    corrections: pv.corrections.filter(isTheirs),
    lateEntries: pv.lateEntries.filter(isTheirs),
    retractions: pv.retractions.filter(({ note }) => isTheirs(note)),
  };
  return recordSections(theirs).filter(({ items }) => items.length > 0);
}
