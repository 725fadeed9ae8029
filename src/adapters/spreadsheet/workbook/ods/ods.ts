import { Unreadable } from '../../fault.ts';
import type { Budget } from '../budget.ts';
import type { Tab } from '../workbook.ts';
import { scanXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { readContent } from './content.ts';

const MIME_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** Whether the manifest says that parts are encrypted: the archive itself does not. */
function isEncrypted(archive: Archive, budget: Budget): boolean {
  const manifest = 'META-INF/manifest.xml';
  if (!archive.names.has(manifest)) return false;
  let found = false;
  const open = (name: string): void => {
    found ||= name.endsWith('encryption-data');
  };
  scanXml(archive.text(manifest), manifest, budget, { open, close: () => {}, text: () => {} });
  return found;
}

/**
 * Reads an .ods: also rows in groups, and those that a print repeats on each page.
 *
 * @throws {Unreadable} where it is encrypted, or another document of its family
 */
export function readOds(archive: Archive, budget: Budget): Tab[] {
  if (archive.names.has('mimetype') && !archive.text('mimetype').startsWith(MIME_TYPE)) {
    throw new Unreadable('file-is-no-spreadsheet');
  }
  if (isEncrypted(archive, budget)) throw new Unreadable('file-encrypted');
  return readContent(archive.text('content.xml'), budget);
}
