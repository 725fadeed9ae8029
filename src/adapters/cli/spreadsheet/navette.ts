import type { DocumentReference } from '../../../domain/values/document.ts';
import { documentOf } from '../../../service/documents.ts';
import type { NavetteOptions, NavetteReading } from '../../navette/index.ts';
import type { SpreadsheetFault } from '../../spreadsheet/index.ts';

/** A Navette that was read, or why its file could not be taken. */
type NavetteFile =
  | { readonly kind: 'read'; readonly reading: NavetteReading; readonly document: DocumentReference }
  | { readonly kind: 'refused'; readonly faults: readonly SpreadsheetFault[] };

/** Archives and compound files are workbooks, whatever their names; anything else is read as a CSV. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  [
    [0x50, 0x4b],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((start) => start.every((byte, at) => bytes[at] === byte));

/** Reads a « Navette créneaux » in any of its formats. */
export async function navetteOf(bytes: Uint8Array, options: NavetteOptions): Promise<NavetteFile> {
  const { readNavette, readNavetteRows } = await import('../../navette/index.ts');
  if (!isWorkbook(bytes)) {
    return { kind: 'read', reading: readNavette(bytes, options), document: documentOf(bytes, 'text/csv') };
  }
  const { readWorkbook, slotRows } = await import('../../spreadsheet/index.ts');
  const found = readWorkbook(bytes, { file: options.fileName });
  if (found.kind === 'refused') return found;
  const { rows, faults } = slotRows(found.workbook);
  if (faults.length > 0) return { kind: 'refused', faults };
  return { kind: 'read', reading: readNavetteRows(rows, options), document: documentOf(bytes, found.mediaType) };
}
