import { headText } from '../../domain/seal/head.ts';
import type { Versioned } from '../../projections/compose.ts';
import { sha256 } from '../crypto/node.ts';
import { footPages } from './foot.ts';
import type { PrintOptions } from './options.ts';
import { bytesOf, type Paper, REST } from './paper.ts';
import { paragraph } from './prose.ts';

/** Which state of the record a document shows, and by which head that is known. */
export function stateText({ revision }: Versioned, { head }: PrintOptions): string {
  const shown = `État du registre au rang ${revision}`;
  if (head === null) return `${shown}.`;
  const noted = head.revision > revision ? `${shown}, impression notée au rang ${head.revision}` : shown;
  return `${noted}. Empreinte : ${headText(sha256, head)}`;
}

/** Ends a document: the state of the record that it shows, and the foot of every page. */
export function ended(paper: Paper, name: string, view: Versioned, options: PrintOptions): Promise<Uint8Array> {
  const last: Paper = { ...paper, y: paper.y + 4, bottom: paper.bottom + REST };
  paragraph(last, stateText(view, options), { font: 'regular', size: 7 });
  footPages(paper, name, options.head);
  return bytesOf(paper);
}
