import { type Face, leading } from './fonts.ts';
import { drawLines, keep, measureIn, type Paper } from './paper.ts';
import { readable } from './readable.ts';
import { drawn, type Element, part, type Tag } from './tags.ts';
import { wrapped } from './wrap.ts';

const TITLE: Face = { font: 'bold', size: 15 };
const HEADING: Face = { font: 'bold', size: 10.5 };

/** What is read at length. */
export const BODY: Face = { font: 'regular', size: 9 };

/** Where a bullet's text begins. */
const INDENT = 10;

/** Sets a text of a part, over as many pages as it takes. */
function set(paper: Paper, element: Element, tag: Tag, text: string, face: Face, indent = 0): void {
  const lines = wrapped(readable(text), paper.width - indent, measureIn(paper, face));
  let left = lines;
  while (left.length > 0) {
    keep(paper, leading(face));
    const count = Math.max(1, Math.floor((paper.bottom - paper.y) / leading(face)));
    const here = left.slice(0, count);
    drawn(paper, element, tag, () => drawLines(paper, face, here, paper.left + indent, paper.y));
    paper.y += here.length * leading(face);
    left = left.slice(count);
  }
}

/** The title of the document, and what it is of. */
export function title(paper: Paper, text: string): void {
  const element = part(paper, paper.root, 'H1');
  set(paper, element, 'H1', text, TITLE);
  paper.y += 6;
}

/** A heading, never the last thing on its page. */
export function heading(paper: Paper, text: string): void {
  keep(paper, 10 + leading(HEADING) + 2 + 2 * leading(BODY));
  paper.y += 10;
  set(paper, part(paper, paper.root, 'H2'), 'H2', text, HEADING);
  paper.y += 2;
}

/** A paragraph; its line breaks stay. */
export function paragraph(paper: Paper, text: string, face: Face = BODY): void {
  set(paper, part(paper, paper.root, 'P'), 'P', text, face);
  paper.y += 3;
}

/** A list, or « Néant. » */
export function list(paper: Paper, items: readonly string[]): void {
  if (items.length === 0) {
    paragraph(paper, 'Néant.');
    return;
  }
  const element = part(paper, paper.root, 'L');
  for (const item of items) {
    keep(paper, leading(BODY));
    const one = part(paper, element, 'LI');
    drawn(paper, part(paper, one, 'Lbl'), 'Lbl', () => drawLines(paper, BODY, ['–'], paper.left, paper.y));
    set(paper, part(paper, one, 'LBody'), 'LBody', item, BODY, INDENT);
    paper.y += 2;
  }
}
