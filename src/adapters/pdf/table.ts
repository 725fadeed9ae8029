import { type Face, leading } from './fonts.ts';
import { keep, measureIn, type Paper, turn } from './paper.ts';
import { readable } from './readable.ts';
import { drawRow, heightOf, linesIn, PADDING, partsOf, type Row } from './row.ts';
import { type Element, part } from './tags.ts';
import { type Bounds, shared } from './widths.ts';
import { type Measure, widestPiece, wrapped } from './wrap.ts';

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Room to write by hand, in points. */
  readonly least?: number;
  /** How much it takes of the width that no column needs, beside the others; 1 unless it is given. */
  readonly weight?: number;
}

/** A table with a heading over each column. The first column says what its row is about. */
export interface Table {
  readonly columns: readonly Column[];
  /** As many cells in each as there are columns. */
  readonly rows: readonly (readonly string[])[];
  /** Of its letters, in points. */
  readonly size: number;
  /** The least height of a row, in points. */
  readonly height: number;
}

const boundsOf = (
  { title, least = 0, weight = 1 }: Column,
  texts: readonly string[],
  inHead: Measure,
  inBody: Measure,
): Bounds => {
  const largest = (of: (text: string) => number): number => texts.reduce((most, text) => Math.max(most, of(text)), 0);
  const widestLine = largest((text) => Math.max(...text.split('\n').map(inBody)));
  const widestWord = largest((text) => widestPiece(text, inBody));
  const word = widestPiece(title, inHead);
  // A point more than is needed, so that no rounding breaks a word.
  const around = 2 * PADDING + 1;
  return {
    wanted: Math.max(least, widestLine + around, Math.min(inHead(title), 2 * word) + around),
    needed: Math.max(least, widestWord + around, word + around),
    weight,
  };
};

/** Sets a table over as many pages as it takes, with its headings on each. Only a row that fits on none is divided. */
export function table(paper: Paper, { columns, rows, size, height }: Table): void {
  const head: Face = { font: 'bold', size };
  const body: Face = { font: 'regular', size };
  const [inHead, inBody] = [measureIn(paper, head), measureIn(paper, body)];
  const texts = rows.map((cells) => cells.map(readable));
  const bounds = columns.map((column, place) => {
    const own = texts.map((cells) => String(cells[place]));
    return boundsOf(column, own, inHead, inBody);
  });
  const widths = shared(bounds, paper.width);
  const lines = (cells: readonly string[], measure: Measure) =>
    cells.map((text, place) => wrapped(text, Number(widths[place]) - 2 * PADDING, measure));
  const headings = columns.map(({ title }) => title);
  const titles: Row = { kind: 'titles', face: head, widths, lines: lines(headings, inHead), least: 0 };
  const element = part(paper, paper.root, 'Table');
  keep(paper, heightOf(titles) + 2 * height);
  drawRow(paper, titles, partsOf(paper, element, titles));
  for (const cells of texts) {
    setRow(paper, { kind: 'body', face: body, widths, lines: lines(cells, inBody), least: height }, titles, element);
  }
}

/** Sets a row, on the next page where it does not fit, and over several where it fits on none. */
function setRow(paper: Paper, row: Row, titles: Row, within: Element): void {
  const line = leading(row.face);
  const isLong = heightOf(row) > paper.bottom - paper.top - heightOf(titles);
  const wanted = isLong ? 4 * line : heightOf(row);
  if (paper.y + wanted > paper.bottom) turnUnder(paper, titles);
  const parts = partsOf(paper, within, row);
  for (let from = 0; from < linesIn(row); ) {
    if (from > 0) turnUnder(paper, titles);
    const count = Math.max(1, Math.floor((paper.bottom - paper.y - 2 * PADDING) / line));
    drawRow(paper, { ...row, lines: row.lines.map((lines) => lines.slice(from, from + count)) }, parts);
    from += count;
  }
}

/** Goes on at the top of a new page, under the headings. */
function turnUnder(paper: Paper, titles: Row): void {
  turn(paper);
  drawRow(paper, titles, null);
}
