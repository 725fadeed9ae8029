import type { Face } from './fonts.ts';
import { drawLines, keep, type Paper } from './paper.ts';
import { drawn, ornament, part } from './tags.ts';

const FACE: Face = { font: 'regular', size: 8 };

/** As wide and as tall as people sign, in points. */
const BOX = { width: 170, height: 54 } as const;

const BETWEEN = 12;

/** Draws a box with who signs there. */
function box(paper: Paper, who: string, x: number, height: number): void {
  const { doc, y } = paper;
  ornament(paper, 'Layout', () => doc.rect(x, y, BOX.width, height).lineWidth(0.5).stroke('#777777'));
  drawn(paper, part(paper, paper.root, 'P'), 'P', () => drawLines(paper, FACE, [who], x + 4, y + 3));
}

/** Boxes to sign in, side by side, on one page. */
export function signatures(paper: Paper, signers: readonly string[]): void {
  keep(paper, BOX.height + BETWEEN);
  paper.y += BETWEEN;
  for (const [place, who] of signers.entries()) box(paper, who, paper.left + place * (BOX.width + BETWEEN), BOX.height);
  paper.y += BOX.height;
}

/** How wide the box is that {@link signatureBeside} draws, with the space before it, in points. */
export const BESIDE = BOX.width + BETWEEN;

/** A box to sign in at the right of what stands at the head of a page; the text does not move on. */
export const signatureBeside = (paper: Paper, who: string, height: number): void =>
  box(paper, who, paper.left + paper.width - BOX.width, height);
