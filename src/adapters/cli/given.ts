import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { DocumentKind } from '../../domain/values/document.ts';
import type { AuditHistory } from '../../projections/audit/history.ts';
import type { GivenDocument } from '../../projections/findings/finding.ts';
import { documentOf } from '../../service/documents.ts';
import { isEvidence } from './dossier/file.ts';
import { UsageError } from './io.ts';

/** The words that say what a file is. */
const KINDS: Readonly<Record<string, DocumentKind>> = {
  navette: 'navette',
  materiel: 'materiel',
  feuille: 'digitalSheet',
  scan: 'signedScan',
  fraude: 'fraudReport',
  resultats: 'results',
};

/** What somebody gives for comparison. */
export interface Given {
  readonly documents: readonly GivenDocument[];
  /** The sessions of evidence files. */
  readonly others: readonly AuditHistory[];
}

/** Reads `scan=feuille.pdf`. @throws {UsageError} where it does not say what the file is */
function documentFrom(written: string): { readonly kind: DocumentKind; readonly path: string } {
  const [word = '', ...path] = written.split('=');
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  if (kind !== undefined && path.length > 0) return { kind, path: path.join('=') };
  const words = Object.keys(KINDS).join(', ');
  throw new UsageError(
    `--with ${written} : écrire scan=FICHIER (ou ${words}), ou nommer le dossier de preuve d’une autre session.`,
  );
}

/**
 * Reads what was given: evidence files of other sessions, and files whose digests are compared with those in the record.
 *
 * @throws {UsageError} where one is neither
 */
export async function givenFrom(written: readonly string[]): Promise<Given> {
  const documents: GivenDocument[] = [];
  const others: AuditHistory[] = [];
  for (const one of written) {
    if (await isEvidence(one)) {
      const { evidenceHistory } = await import('../evidence/index.ts');
      others.push((await evidenceHistory(createReadStream(one))).history);
    } else {
      const { kind, path } = documentFrom(one);
      documents.push({ kind, sha256: documentOf(await readFile(path), 'application/octet-stream').sha256 });
    }
  }
  return { documents, others };
}
