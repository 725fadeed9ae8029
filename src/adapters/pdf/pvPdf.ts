import { LIFECYCLE_NAMES } from '../../domain/machine/names.ts';
import { wallOf } from '../../projections/french/wall.ts';
import { ATTENDANCE_TITLES, attendanceRow, countsText } from '../../projections/pv/attendanceTable.ts';
import type { Pv } from '../../projections/pv/pv.ts';
import { courseSection, type PvSection, recordSections } from '../../projections/pv/sections.ts';
import { particularsOf } from '../../projections/sheet/particulars.ts';
import { ended } from './ending.ts';
import type { PrintOptions } from './options.ts';
import { newPaper, type Paper } from './paper.ts';
import { particulars } from './particulars.ts';
import { heading, list, paragraph, title } from './prose.ts';
import { signatures } from './signatures.ts';
import { table } from './table.ts';

const NAME = 'Procès-verbal de session';

function section(paper: Paper, { title: text, items }: PvSection): void {
  heading(paper, text);
  list(paper, items);
}

/** The PV as a PDF, in A4: the same sections as its text, and in them the same items. */
export function pvPdf(pv: Pv, options: PrintOptions): Promise<Uint8Array> {
  const { header, lifecycle, attendance, lines } = pv;
  const paper = newPaper({ title: `${NAME}, session ${header.session}`, layout: 'portrait', at: options.at });
  title(paper, NAME);
  particulars(paper, [...particularsOf(header), ['État', LIFECYCLE_NAMES[lifecycle]]], 1);
  section(paper, courseSection(pv));
  heading(paper, 'Présence');
  paragraph(paper, countsText(attendance));
  table(paper, {
    columns: ATTENDANCE_TITLES.map((text, place) => ({ title: text, weight: place === 0 ? 0 : 1 })),
    rows: lines.map((line) => attendanceRow(line, wallOf(header))),
    size: 8,
    height: 14,
  });
  for (const one of recordSections(pv)) section(paper, one);
  signatures(paper, ['Signature de l’examinateur']);
  return ended(paper, NAME, pv, options);
}
