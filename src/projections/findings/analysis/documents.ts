import type { DocumentKind } from '../../../domain/values/document.ts';
import { oncePer } from './remembered.ts';
import type { Replayed } from './replayed.ts';

/** A file that an event names. */
export interface NamedDocument {
  readonly kind: DocumentKind;
  readonly sha256: string;
  readonly revision: number;
}

/** Every file that the record names, by its digest. */
export const namedDocuments: (replayed: Replayed) => readonly NamedDocument[] = oncePer(({ of }) => [
  ...of('DocumentRecorded').map(({ revision, data: { kind, document } }) => ({
    kind,
    sha256: document.sha256,
    revision,
  })),
  ...of('SheetSubmitted').flatMap(({ revision, data: { digitalSheet, signedScan } }) => [
    { kind: 'digitalSheet' as const, sha256: digitalSheet.sha256, revision },
    { kind: 'signedScan' as const, sha256: signedScan.sha256, revision },
  ]),
  ...of('ResultsSent').map(({ revision, data: { document } }) => ({
    kind: 'results' as const,
    sha256: document.sha256,
    revision,
  })),
]);
