import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentReference } from '../../../domain/values/document.ts';
import { documentOf } from '../../../service/documents.ts';
import type { Register } from '../../../service/register.ts';
import type { DifferenceOptions, FilledSheet, SheetDifference, SpreadsheetFault } from '../../spreadsheet/index.ts';
import { instantFrom } from '../instants.ts';
import type { Call } from '../task.ts';

/** A file with the sheets that are filled in, and what is wrong with it. */
interface SheetFile {
  readonly document: DocumentReference | null;
  readonly sheets: readonly FilledSheet[];
  readonly blank: readonly string[];
  readonly faults: readonly SpreadsheetFault[];
}

/** Reads the sheets of a file. */
export async function sheetFile(path: string): Promise<SheetFile> {
  const { readSheets, readWorkbook } = await import('../../spreadsheet/index.ts');
  const bytes = await readFile(path);
  const reading = readWorkbook(bytes, { file: basename(path) });
  if (reading.kind === 'refused') return { document: null, sheets: [], blank: [], faults: reading.faults };
  return { document: documentOf(bytes, reading.mediaType), ...readSheets(reading.workbook) };
}

/** The sheets of a file against the record, and everything that stands in the way. */
export interface Compared {
  readonly differences: readonly SheetDifference[];
  readonly blank: readonly string[];
  readonly faults: readonly SpreadsheetFault[];
}

/** Compares the sheets of a file with the record of their sessions. */
export async function compare(
  register: Register,
  { document, sheets, blank, faults }: SheetFile,
  phase: DifferenceOptions['phase'],
  { actor, values: { at } }: Pick<Call, 'actor' | 'values'>,
): Promise<Compared> {
  const { differenceOf, locateSheets } = await import('../../spreadsheet/index.ts');
  const agenda = await register.agenda();
  const places = locateSheets(sheets, agenda);
  const differences: SheetDifference[] = [];
  for (const { session, sheet } of places.located) {
    const slot = agenda.find(({ header }) => header.session === session)?.header.slot ?? null;
    const occurredAt = typeof at === 'string' ? { occurredAt: instantFrom('--at', at, { slot }) } : {};
    const options = { phase, actor, digest: document?.sha256 ?? '', now: Date.now(), ...occurredAt };
    differences.push(differenceOf(sheet, await register.history(session), options));
  }
  const found = [...faults, ...places.faults, ...differences.flatMap((difference) => difference.faults)];
  return { differences, blank, faults: found };
}
