import { sheetField } from '../../domain/values/policy.ts';
import { hourOn } from '../../projections/french/dates.ts';
import { wallOf } from '../../projections/french/wall.ts';
import { COPIES } from '../../projections/french/words.ts';
import type { AttendanceSheet } from '../../projections/sheet/attendanceSheet.ts';
import { cellOf } from '../../projections/sheet/cells.ts';
import { type Particular, particularsOf } from '../../projections/sheet/particulars.ts';
import type { PrintView } from '../../projections/sheet/printView.ts';
import { ended } from './ending.ts';
import type { PrintOptions } from './options.ts';
import { newPaper } from './paper.ts';
import { particulars } from './particulars.ts';
import { title } from './prose.ts';
import { columnsOf } from './sheetColumns.ts';
import { BESIDE, signatureBeside } from './signatures.ts';
import { type Table, table } from './table.ts';

/** As many columns as are set in letters of full size. */
const FEW = 8;

interface Content extends Pick<Table, 'columns' | 'rows'> {
  readonly name: string;
  readonly head: readonly Particular[];
  readonly session: string;
  /** Of a row, at least, in points; a hand needs more than print. */
  readonly height: number;
}

function copyContent({ copy, columns, rows, ...header }: PrintView): Content {
  return {
    name: `Feuille d’émargement, ${COPIES[copy]}`,
    head: particularsOf(header),
    session: header.session,
    columns: columnsOf(columns, copy),
    rows: rows.map(({ number, cells }) => [String(number), ...cells]),
    height: 19,
  };
}

function sheetContent({ header, start, lines }: AttendanceSheet): Content {
  const { day, zone } = wallOf(header);
  const fields = sheetField.options;
  const given = start.startedAt === null ? 'pas encore donné' : `donné à ${hourOn(day, start.startedAt, zone)}`;
  return {
    name: 'Feuille d’émargement',
    head: [...particularsOf(header), ['Début', `code d’accès ${given}`]],
    session: header.session,
    columns: columnsOf(fields, null),
    rows: lines
      .filter(({ withdrawn }) => !withdrawn)
      .map((line) => [String(line.number), ...fields.map((field) => cellOf(line, field))]),
    height: 14,
  };
}

/**
 * « Il imprime ensuite les feuilles d'émargement. » A copy of the sheet for paper, or the sheet as far as it is filled in,
 * as a PDF: A4 across, the headings on every page, nothing cut. It shows what the view has, and nothing else.
 */
export function sheetPdf(view: PrintView | AttendanceSheet, options: PrintOptions): Promise<Uint8Array> {
  const isSigned = 'copy' in view && view.copy === 'copyToSign';
  const { name, head, session, ...content } = 'copy' in view ? copyContent(view) : sheetContent(view);
  const paper = newPaper({ title: `${name}, session ${session}`, layout: 'landscape', at: options.at });
  const { top } = paper;
  title(paper, name);
  particulars(paper, head, 2, paper.width - (isSigned ? BESIDE : 0));
  paper.y += 6;
  if (isSigned) {
    const under = paper.y;
    paper.y = top;
    signatureBeside(paper, 'Signature de l’examinateur', under - top - 6);
    paper.y = under;
  }
  table(paper, { ...content, size: content.columns.length <= FEW ? 9 : 7.5 });
  return ended(paper, name, view, options);
}
