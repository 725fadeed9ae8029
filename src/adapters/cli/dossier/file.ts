import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { erasedIn } from '../../../domain/erasure.ts';
import { sessionHeader } from '../../../projections/header.ts';
import { project } from '../../../projections/projection.ts';
import { trustedFrom } from '../signing.ts';
import type { Dossier } from './dossier.ts';
import { sealOfFile } from './seal.ts';

/** How every evidence file begins. */
const BEGINNING = '{"evidence":';

/** Whether there is a file of this name that begins like an evidence file. */
export async function isEvidence(path: string): Promise<boolean> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING.length), 0, BEGINNING.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === BEGINNING;
  } finally {
    await file.close();
  }
}

/**
 * Reads a session from an evidence file, with the keys in it; the file is verified first.
 *
 * @param trusted paths of public keys whose signatures count
 */
export async function dossierOfFile(path: string, trusted: readonly string[]): Promise<Dossier> {
  const { evidenceHistory, verifyEvidence } = await import('../../evidence/index.ts');
  const verdict = await verifyEvidence(createReadStream(path), { trusted: await trustedFrom(trusted) });
  const { header: top, ...read } = await evidenceHistory(createReadStream(path));
  const { events } = read.history;
  const header = project(sessionHeader, events);
  return {
    ...read,
    source: { kind: 'file', path },
    session: top?.session ?? header.session,
    header,
    seal: sealOfFile(verdict),
    erased: erasedIn(events),
  };
}
