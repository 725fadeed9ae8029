import { wallOf } from '../french/wall.ts';
import { courseItems } from './head.ts';
import {
  allowanceItems,
  announcementItems,
  commentItems,
  extraTimeItems,
  fraudItems,
  interruptionItems,
  problemItems,
} from './incidentItems.ts';
import type { Pv } from './pv.ts';
import { correctionItems, plainItems, retractionItems } from './recordItems.ts';

/** A section of the PV that is a list, in French; empty where there is nothing to say. */
export interface PvSection {
  readonly title: string;
  readonly items: readonly string[];
}

/** One of them, by the name that the PV as data has for it; the extra time of each line is the PV's own. */
export interface RecordSection extends PvSection {
  readonly key: 'extraTime' | ListOfThePv;
}

/** What the PV lists beside how the session went. */
type ListOfThePv =
  | 'allowances'
  | 'announcements'
  | 'interruptions'
  | 'problems'
  | 'frauds'
  | 'comments'
  | 'corrections'
  | 'lateEntries'
  | 'retractions'
  | 'changesOfPlan'
  | 'documents'
  | 'submissions';

/** The heading of how the session went. */
export const COURSE = 'Déroulement';

/** How the session went. */
export const courseSection = (pv: Pv): PvSection => ({
  title: COURSE,
  items: courseItems(pv, wallOf(pv.header)).map(({ text }) => text),
});

/** Whatever bears on the results beside the attendance, in the order of the PV. */
export function recordSections(pv: Pv): readonly RecordSection[] {
  const wall = wallOf(pv.header);
  return [
    { key: 'extraTime', title: 'Temps majoré', items: extraTimeItems(pv) },
    { key: 'allowances', title: 'Temps rendu', items: allowanceItems(pv, wall) },
    { key: 'announcements', title: 'Annonces du temps restant', items: announcementItems(pv, wall) },
    { key: 'interruptions', title: 'Interruptions', items: interruptionItems(pv, wall) },
    { key: 'problems', title: 'Signalements', items: problemItems(pv, wall) },
    { key: 'frauds', title: 'Fraudes', items: fraudItems(pv, wall) },
    { key: 'comments', title: 'Commentaires', items: commentItems(pv, wall) },
    { key: 'corrections', title: 'Corrections', items: correctionItems(pv, wall) },
    { key: 'lateEntries', title: 'Saisies faites après coup', items: plainItems(pv.lateEntries, wall) },
    { key: 'retractions', title: 'Saisies retirées', items: retractionItems(pv, wall) },
    { key: 'changesOfPlan', title: 'Modifications de l’organisation', items: plainItems(pv.changesOfPlan, wall) },
    { key: 'documents', title: 'Documents', items: plainItems(pv.documents, wall) },
    { key: 'submissions', title: 'Transmissions', items: plainItems(pv.submissions, wall) },
  ];
}
