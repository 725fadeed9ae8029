import { detectDelimiter, parseCsv } from 'hucre/csv';
import { Unreadable } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import type { Budget } from './budget.ts';
import { textCell } from './cell.ts';
import { writeTab } from './tab.ts';
import type { Tab } from './workbook.ts';

const MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** By its byte order mark, otherwise UTF-8, otherwise windows-1252, which offices in France write unasked. */
function decoded(bytes: Uint8Array): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  try {
    return new TextDecoder(marked?.encoding ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Reads a text of cells that a semicolon, a comma or a tab separates: one tab without a name.
 *
 * @throws {Unreadable} where it is no text
 */
export function readCsv(bytes: Uint8Array, budget: Budget): Tab[] {
  if (bytes.length > LIMITS.textBytes) throw new Unreadable('text-at-most-2-mib');
  const text = decoded(bytes);
  // A page of the web or an XML file may well be called a spreadsheet.
  if (text.includes('\0') || /^\s*(?:<|%PDF|\{\\rtf)/.test(text)) throw new Unreadable('file-is-no-spreadsheet');
  const tab = writeTab({ name: '', hidden: false }, budget);
  for (const [at, row] of parseCsv(text, { delimiter: detectDelimiter(text) }).entries()) {
    for (const [column, value] of row.entries()) {
      if (typeof value === 'string' && value.trim() !== '') tab.put(at + 1, column + 1, textCell(value));
    }
  }
  return [tab.close()];
}
