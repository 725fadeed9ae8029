import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { type Face, FONTS, leading } from './fonts.ts';
import type { Measure } from './wrap.ts';

/** Around a page, in points: printers leave less. */
const MARGIN = 24;

/** Kept free at the foot of every page, in points. */
export const FOOT = 46;

/** Kept free over the foot for the last lines of the document, so that they never stand on a page alone. */
export const REST = 24;

/** A document while it is set, from its first page to its last. Lengths are points, from the upper left of the page. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument;
  /** What assistive readers are told of it. */
  readonly root: PDFKit.PDFStructureElement;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Where text ends. */
  readonly bottom: number;
  /** Where the foot begins. */
  readonly foot: number;
  /** Where the next thing goes. */
  y: number;
}

/** What is said of a document beside what stands in it. */
export interface About {
  readonly title: string;
  readonly layout: 'portrait' | 'landscape';
  /** When it was made; epoch milliseconds. No clock is read, so that the same input gives the same bytes. */
  readonly at: number;
}

/** A blank document in A4, in French, with one page. */
export function newPaper({ title, layout, at }: About): Paper {
  const doc = new PDFDocument({
    size: 'A4',
    layout,
    margin: 0,
    font: '',
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr',
    displayTitle: true,
    info: { Title: title, Creator: 'emargement', CreationDate: new Date(at) },
  });
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, file);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const { width, height } = doc.page;
  return {
    doc,
    root,
    left: MARGIN,
    top: MARGIN,
    width: width - 2 * MARGIN,
    bottom: height - MARGIN - FOOT - REST,
    foot: height - MARGIN - FOOT,
    y: MARGIN,
  };
}

/** Goes on at the top of a new page. */
export function turn(paper: Paper): void {
  paper.doc.addPage();
  paper.y = paper.top;
}

/** Turns the page where less than this height is left on it. */
export function keep(paper: Paper, height: number): void {
  if (paper.y + height > paper.bottom) turn(paper);
}

/** How wide texts are in a face. */
export const measureIn =
  ({ doc }: Paper, { font, size }: Face): Measure =>
  (text) =>
    doc.font(font, size).widthOfString(text);

/** Draws lines one under the other. */
export function drawLines({ doc }: Paper, face: Face, lines: readonly string[], x: number, y: number): void {
  doc.font(face.font, face.size);
  for (const [place, line] of lines.entries()) doc.text(line, x, y + place * leading(face), { lineBreak: false });
}

/** The document as the bytes of its file. */
export async function bytesOf({ doc, root }: Paper): Promise<Uint8Array> {
  root.end();
  doc.end();
  return new Uint8Array(await buffer(doc));
}
