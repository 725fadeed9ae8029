import { readFile } from 'node:fs/promises';
import type { DocumentReference } from '../../../domain/values/document.ts';
import { documentOf } from '../../../service/documents.ts';
import { UsageError } from '../io.ts';

/** What scanners write, told by how a file begins. */
const KINDS: readonly (readonly [start: readonly number[], mediaType: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'application/pdf'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
];

/** The scan of the signed sheet. @throws {UsageError} where it is none */
export async function scanOf(path: string): Promise<DocumentReference> {
  const bytes = await readFile(path);
  const kind = KINDS.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (kind === undefined) throw new UsageError(`${path} : un scan est un PDF, un JPEG, un PNG ou un TIFF.`);
  return documentOf(bytes, kind[1]);
}
