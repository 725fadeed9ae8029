import type { Particular } from '../../projections/sheet/particulars.ts';
import { type Face, leading } from './fonts.ts';
import { drawLines, measureIn, type Paper } from './paper.ts';
import { BODY } from './prose.ts';
import { readable } from './readable.ts';
import { drawn, part } from './tags.ts';
import { wrapped } from './wrap.ts';

const CALLED: Face = { font: 'bold', size: BODY.size };

/** Between what a particular is and how it reads, and between two columns of them, in points. */
const GAP = 8;

/**
 * Sets particulars, each with what it is before it, side by side in so many columns. They are never more than a page
 * holds.
 *
 * @param width in points, of all columns together
 */
export function particulars(paper: Paper, all: readonly Particular[], columns: number, width = paper.width): void {
  const [inCalled, inBody] = [measureIn(paper, CALLED), measureIn(paper, BODY)];
  const own = (width - (columns - 1) * GAP) / columns;
  const indents = Array.from({ length: columns }, (_, column) =>
    all.reduce((most, [what], place) => (place % columns === column ? Math.max(most, inCalled(`${what} :`)) : most), 0),
  );
  for (let first = 0; first < all.length; first += columns) {
    let tallest = 1;
    for (const [column, [what, text]] of all.slice(first, first + columns).entries()) {
      const x = paper.left + column * (own + GAP);
      const indent = Number(indents[column]) + GAP;
      const lines = wrapped(readable(text), own - indent, inBody);
      drawn(paper, part(paper, paper.root, 'P'), 'P', () => {
        drawLines(paper, CALLED, [`${what} : `], x, paper.y);
        drawLines(paper, BODY, lines, x + indent, paper.y);
      });
      tallest = Math.max(tallest, lines.length);
    }
    paper.y += tallest * leading(BODY) + 1;
  }
}
