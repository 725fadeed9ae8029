import { z } from 'zod';
import { EVENTS } from '../events/catalogue.ts';
import { candidateNumber, reasonText, revision } from '../events/fields.ts';
import { documentKind, documentReference } from '../values/document.ts';
import { line } from '../values/text.ts';
import { defineCommand, optionally } from './define.ts';

/** Notes that the sheet was printed; of the record as it stands, unless another revision is named. */
export const PrintSheet = defineCommand(
  'PrintSheet',
  'Imprimer la feuille d’émargement',
  z.strictObject({ view: EVENTS.SheetPrinted.fields.view.schema, printedRevision: revision.optional() }),
  (state, { view, printedRevision }) => [
    { type: 'SheetPrinted', data: { view, printedRevision: printedRevision ?? state.revision } },
  ],
);

/** Notes what was seen of a candidate's signature. */
export const RecordSignature = defineCommand(
  'RecordSignature',
  'Constater une signature',
  z.strictObject({
    candidate: candidateNumber,
    signature: EVENTS.SignatureRecorded.fields.signature.schema,
    detail: optionally(reasonText),
  }),
  (_, data) => [{ type: 'SignatureRecorded', data }],
);

/** Notes a document that travelled. The host keeps the file. */
export const RecordDocument = defineCommand(
  'RecordDocument',
  'Noter un document transmis',
  z.strictObject({ kind: documentKind, document: documentReference, sender: line(200), recipient: line(200) }),
  (_, data) => [{ type: 'DocumentRecorded', data }],
);
