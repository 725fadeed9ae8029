import { type Face, leading } from './fonts.ts';
import { drawLines, type Paper } from './paper.ts';
import { drawn, type Element, ornament, part } from './tags.ts';

/** Between the rule of a cell and its text, in points. */
export const PADDING = 3;

const RULE = '#777777';
const SHADE = '#ececec';

/** A row of a table, wrapped. */
export interface Row {
  readonly kind: 'titles' | 'body';
  readonly face: Face;
  readonly widths: readonly number[];
  /** Of each cell. */
  readonly lines: readonly (readonly string[])[];
  /** The least height, in points. */
  readonly least: number;
}

/** The part of a cell in the structure: a heading of its column, the heading of its row, or neither. */
export interface CellPart {
  readonly element: Element;
  readonly tag: 'TH' | 'TD';
}

/** How many lines the tallest cell has. */
export const linesIn = ({ lines }: Row): number => Math.max(...lines.map(({ length }) => length));

/** How tall a row is, in points. */
export const heightOf = (row: Row): number => Math.max(row.least, linesIn(row) * leading(row.face) + 2 * PADDING);

/** Begins a row in the structure, with its cells. The first cell of a row is its heading. */
export function partsOf(paper: Paper, table: Element, { kind, lines }: Row): readonly CellPart[] {
  const row = part(paper, table, 'TR');
  return lines.map((_, place) => {
    if (kind === 'titles') return { element: part(paper, row, 'TH', 'Column'), tag: 'TH' };
    return place === 0
      ? { element: part(paper, row, 'TH', 'Row'), tag: 'TH' }
      : { element: part(paper, row, 'TD'), tag: 'TD' };
  });
}

/** The rules around the cells, and what lies under headings. */
function drawFrame({ doc, left, y }: Paper, { kind, widths }: Row, height: number): void {
  let x = left;
  for (const width of widths) {
    doc.rect(x, y, width, height);
    x += width;
  }
  doc.lineWidth(0.5);
  if (kind === 'titles') doc.fillAndStroke(SHADE, RULE).fillColor('black');
  else doc.stroke(RULE);
}

/** Draws a row, and goes on under it. @param parts `null` where it was told of before, on an earlier page */
export function drawRow(paper: Paper, row: Row, parts: readonly CellPart[] | null): void {
  const { face, widths, lines } = row;
  const height = heightOf(row);
  ornament(paper, 'Layout', () => drawFrame(paper, row, height));
  let x = paper.left;
  for (const [place, cell] of lines.entries()) {
    const draw = () => drawLines(paper, face, cell, x + PADDING, paper.y + PADDING);
    const own = parts?.[place];
    if (cell.some((line) => line.trim() !== '')) {
      if (own === undefined) ornament(paper, 'Pagination', draw);
      else drawn(paper, own.element, own.tag, draw);
    }
    x += Number(widths[place]);
  }
  paper.y += height;
}
