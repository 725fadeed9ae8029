import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SpreadsheetFormat } from '../../spreadsheet/index.ts';
import { assertNew, written } from '../written.ts';

/** What a workbook is called after, by the end of its file's name; `null` where it is none. */
export function formatOf(path: string): SpreadsheetFormat | null {
  const name = path.toLowerCase();
  if (name.endsWith('.ods')) return 'ods';
  return name.endsWith('.xlsx') ? 'xlsx' : null;
}

/** @throws {UsageError} where the file is there already; nothing was read yet */
export async function assertWritable(path: string): Promise<void> {
  assertNew(path);
  await access(dirname(path), constants.W_OK);
}

/** Writes a workbook into a new file. It holds codes or names, and is its owner's alone to read. */
export const put = (path: string, bytes: Uint8Array): Promise<void> => written(path, [bytes], 0o600);
