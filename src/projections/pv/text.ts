import { wallOf } from '../french/wall.ts';
import { page, section, titled } from '../terminal/page.ts';
import { attendanceTable, countsText } from './attendanceTable.ts';
import { courseItems, plannedText } from './head.ts';
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

/** The PV as a text. A section about which there is nothing to say says so. */
export function pvText(pv: Pv): string {
  const wall = wallOf(pv.header);
  return page(
    'PROCÈS-VERBAL DE SESSION',
    plannedText(pv),
    section('Déroulement', courseItems(pv, wall)),
    titled('Présence', `${countsText(pv.attendance)}\n\n${attendanceTable(pv.lines, wall)}`),
    section('Temps majoré', extraTimeItems(pv)),
    section('Temps rendu', allowanceItems(pv, wall)),
    section('Annonces du temps restant', announcementItems(pv, wall)),
    section('Interruptions', interruptionItems(pv, wall)),
    section('Signalements', problemItems(pv, wall)),
    section('Fraudes', fraudItems(pv, wall)),
    section('Commentaires', commentItems(pv, wall)),
    section('Corrections', correctionItems(pv, wall)),
    section('Saisies faites après coup', plainItems(pv.lateEntries, wall)),
    section('Saisies retirées', retractionItems(pv, wall)),
    section('Modifications de l’organisation', plainItems(pv.changesOfPlan, wall)),
    section('Documents', plainItems(pv.documents, wall)),
    section('Transmissions', plainItems(pv.submissions, wall)),
    `État du registre au rang ${pv.revision}.`,
  );
}
