import { faultOf, type SpreadsheetFault, Unreadable } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import { newBudget } from './budget.ts';
import { readCsv } from './csv.ts';
import { readOds } from './ods/ods.ts';
import type { Tab, Workbook } from './workbook.ts';
import { readXlsx } from './xlsx/xlsx.ts';
import { openArchive } from './zip.ts';

/** What a file is, whatever its name (RFC 6838). */
export type SpreadsheetMediaType =
  | 'application/vnd.oasis.opendocument.spreadsheet'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'text/csv';

/** A file that was read, or why it could not be. */
export type WorkbookReading =
  | { readonly kind: 'read'; readonly mediaType: SpreadsheetMediaType; readonly workbook: Workbook }
  | { readonly kind: 'refused'; readonly faults: readonly SpreadsheetFault[] };

const ARCHIVE = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** What a compound file that holds an encrypted workbook has in its directory, in UTF-16. */
const PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

interface Read {
  readonly mediaType: SpreadsheetMediaType;
  readonly tabs: readonly Tab[];
}

function read(bytes: Uint8Array): Read {
  if (bytes.length === 0) throw new Unreadable('file-empty');
  if (bytes.length > LIMITS.bytes) throw new Unreadable('file-at-most-20-mib');
  if (startsWith(bytes, COMPOUND)) {
    const isPackage = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(PACKAGE);
    throw new Unreadable(isPackage ? 'file-encrypted' : 'file-is-old-excel');
  }
  const budget = newBudget();
  if (!startsWith(bytes, ARCHIVE)) return { mediaType: 'text/csv', tabs: readCsv(bytes, budget) };
  const archive = openArchive(bytes, budget);
  if (archive.names.has('content.xml')) {
    return { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', tabs: readOds(archive, budget) };
  }
  if (archive.names.has('[Content_Types].xml')) {
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { mediaType, tabs: readXlsx(archive, budget) };
  }
  throw new Unreadable('file-is-no-spreadsheet');
}

/**
 * Reads a spreadsheet: .ods, .xlsx or .csv, told by its bytes and not by its name. Nothing is ever thrown for what
 * stands in the file; what it may hold is bounded ({@link LIMITS}) before it is kept.
 *
 * .ods and .xlsx are read by this library itself, part by part: rows in groups and those that a print repeats, hidden
 * tabs, rows and columns, formulas and errors all have to be seen, and nothing is unpacked that is not wanted.
 *
 * @param named the name under which findings speak of the file
 */
export function readWorkbook(bytes: Uint8Array, { file }: { readonly file: string }): WorkbookReading {
  try {
    const { mediaType, tabs } = read(bytes);
    return { kind: 'read', mediaType, workbook: { file, tabs } };
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    return { kind: 'refused', faults: [faultOf(file, thrown.rule, thrown.about)] };
  }
}
