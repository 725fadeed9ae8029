import { z } from 'zod';
import { documentKind, documentReference } from '../values/document.ts';
import { fact, personal } from '../values/personal.ts';
import { line } from '../values/text.ts';
import { defineEvent } from './define.ts';
import { candidate, detail, revision } from './fields.ts';

/** The sheet was printed: which view, showing the record up to which revision. */
export const SheetPrinted = defineEvent(
  { type: 'SheetPrinted', version: 1, about: 'session', sentence: 'print', label: 'Feuille d’émargement imprimée' },
  { view: fact(z.enum(['copyToSign', 'examinersCopy'])), printedRevision: fact(revision) },
);

/** What the examiner saw of a candidate's signature on the paper. */
export const SignatureRecorded = defineEvent(
  { type: 'SignatureRecorded', version: 1, about: 'candidate', sentence: 'submission', label: 'Signature constatée' },
  { candidate, signature: fact(z.enum(['seen', 'forgotten', 'wrongLine'])), detail },
);

/** A document travelled: a Navette, a Matériel, a sheet, a scan, results. The host keeps the file. */
export const DocumentRecorded = defineEvent(
  { type: 'DocumentRecorded', version: 1, about: 'session', sentence: 'materiel', label: 'Document transmis' },
  {
    kind: fact(documentKind),
    document: fact(documentReference),
    sender: personal(line(200)),
    recipient: personal(line(200)),
  },
);
