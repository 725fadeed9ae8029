import { LIMITS } from '../../limits.ts';
import type { Attributes } from '../xml.ts';

/** The text of a cell of an .ods while its elements come by. */
export interface CellText {
  readonly open: (name: string, attributes: Attributes) => void;
  /** @returns whether it was the cell itself that ended */
  readonly close: (name: string) => boolean;
  readonly text: (text: string) => void;
  /** The text so far, one line for each paragraph. */
  readonly written: () => string;
}

/** What stands in a cell without being its text: a note on it, a picture, a text box, a table in a table. */
const isAside = (name: string): boolean =>
  name === 'office:annotation' || name.startsWith('draw:') || name.startsWith('table:');

/** Spaces that are counted and not written, as many as a cell can hold. */
const spaces = (attributes: Attributes): string => {
  const count = Math.trunc(Number(attributes.get('text:c') ?? '1'));
  return ' '.repeat(Math.min(Math.max(0, Number.isNaN(count) ? 1 : count), LIMITS.text));
};

/** Begins the text of a cell. */
export function newCellText(): CellText {
  const paragraphs: string[] = [];
  let aside = 0;
  let depth = 0;
  const add = (text: string): void => {
    const last = paragraphs.length - 1;
    const written = paragraphs[last];
    if (aside === 0 && written !== undefined && written.length < LIMITS.text) paragraphs[last] = written + text;
  };
  return {
    open(name, attributes) {
      depth++;
      if (aside > 0 || isAside(name)) aside++;
      else if (name === 'text:p') paragraphs.push('');
      else if (name === 'text:s') add(spaces(attributes));
      else if (name === 'text:tab') add('\t');
      else if (name === 'text:line-break') add('\n');
    },
    close() {
      if (depth === 0) return true;
      depth--;
      if (aside > 0) aside--;
      return false;
    },
    text(text) {
      // In a paragraph white space stays as it is, as LibreOffice has it; around one it is layout.
      if (depth > 0) add(text);
    },
    written: () => paragraphs.join('\n').slice(0, LIMITS.text),
  };
}
