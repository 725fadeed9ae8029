import type { Head } from '../../domain/seal/head.ts';
import { headText } from '../../domain/seal/head.ts';
import { sha256 } from '../crypto/node.ts';
import { type Face, leading } from './fonts.ts';
import { drawLines, FOOT, measureIn, type Paper } from './paper.ts';
import { qrContent } from './qr.ts';
import { ornament } from './tags.ts';
import { wrapped } from './wrap.ts';

const FACE: Face = { font: 'regular', size: 7 };

/** Free around the code, in points: four of its modules at least. */
const QUIET = 8;

const SIDE = FOOT - 2;

/** What stands over the head at the foot of a page. */
const COMPARE = 'Empreinte du registre, à comparer ; le code en porte le texte :';

/**
 * Ends every page with the document's title, « page n/N », and the head of the record in its short form, as text and as
 * a QR code of that text.
 */
export function footPages(paper: Paper, title: string, head: Head | null): void {
  const { doc, left, width, foot: y } = paper;
  const written = head === null ? null : headText(sha256, head);
  const room = written === null ? width : width - SIDE - QUIET;
  const measure = measureIn(paper, FACE);
  const code = written === null ? null : qrContent(written, left + width - SIDE, y + 2, SIDE);
  const lines = written === null ? [] : [COMPARE, ...wrapped(written, room, measure)];
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    ornament(paper, 'Pagination', () => {
      const number = `page ${page + 1}/${count}`;
      doc
        .moveTo(left, y)
        .lineTo(left + room, y)
        .lineWidth(0.5)
        .stroke('#777777');
      const named = wrapped(title, room - measure(number) - QUIET, measure);
      drawLines(paper, FACE, named, left, y + 4);
      drawLines(paper, FACE, [number], left + room - measure(number), y + 4);
      drawLines(paper, FACE, lines, left, y + 6 + named.length * leading(FACE));
      if (code !== null) doc.addContent(code);
    });
  }
}
