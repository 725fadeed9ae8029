import { wallOf } from '../french/wall.ts';
import { page, section, titled } from '../terminal/page.ts';
import { attendanceTable, countsText } from './attendanceTable.ts';
import { plannedText } from './head.ts';
import type { Pv } from './pv.ts';
import { courseSection, type PvSection, recordSections } from './sections.ts';

const written = ({ title, items }: PvSection): string => section(title, items);

/** The PV as a text. A section about which there is nothing to say says so. */
export const pvText = (pv: Pv): string =>
  page(
    'PROCÈS-VERBAL DE SESSION',
    plannedText(pv),
    written(courseSection(pv)),
    titled('Présence', `${countsText(pv.attendance)}\n\n${attendanceTable(pv.lines, wallOf(pv.header))}`),
    ...recordSections(pv).map(written),
    `État du registre au rang ${pv.revision}.`,
  );
