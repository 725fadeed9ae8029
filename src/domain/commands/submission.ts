import { z } from 'zod';
import { candidateNumber, reasonText } from '../events/fields.ts';
import type { SessionState } from '../state/session.ts';
import { certificationNumber } from '../values/codes.ts';
import { type DocumentKind, type DocumentReference, documentReference } from '../values/document.ts';
import { line, prose } from '../values/text.ts';
import { type Decided, defineCommand, optionally } from './define.ts';

/** Where the procedure sends the centre's documents. */
const PIX = 'certif@pix.fr';

const travelled = (kind: DocumentKind, document: DocumentReference, sender: string, recipient: string): Decided => ({
  type: 'DocumentRecorded',
  data: { kind, document, sender, recipient },
});

/** Sends the digital sheet and the scan of the signed one to Pix. */
export const SubmitSheet = defineCommand(
  'SubmitSheet',
  'Transmettre la feuille d’émargement',
  z.strictObject({
    digitalSheet: documentReference,
    signedScan: documentReference,
    sender: line(200),
    recipient: line(200).default(PIX),
  }),
  (_, { digitalSheet, signedScan, sender, recipient }) => [
    travelled('digitalSheet', digitalSheet, sender, recipient),
    travelled('signedScan', signedScan, sender, recipient),
    { type: 'SheetSubmitted', data: { digitalSheet, signedScan } },
  ],
);

/** Pix sends the sheet back. */
export const ReturnSheet = defineCommand(
  'ReturnSheet',
  'Renvoyer la feuille au centre',
  z.strictObject({ reason: reasonText }),
  (_, data) => [{ type: 'SheetReturned', data }],
);

/** One candidate's result as Pix gives it. */
const result = {
  certificationNumber,
  obtained: z.boolean(),
  /** Points (Pix). */
  score: optionally(z.int().min(0).max(10_000)),
  comment: optionally(prose(1000)),
};

/** The candidate who has this number; 10,000, whom nobody registered, where there is none, so that a rule says so. */
const holderOf = (state: SessionState, number: string): number => state.numbers.get(number) ?? 10_000;

/** Pix sends the results to the centre: one for each certification number. */
export const SendResults = defineCommand(
  'SendResults',
  'Transmettre les résultats',
  z.strictObject({
    results: z.array(z.strictObject(result)).max(10_000),
    document: documentReference,
    sender: line(200).default(PIX),
    recipient: line(200),
  }),
  (state, { results, document, sender, recipient }) => [
    travelled('results', document, sender, recipient),
    ...results.map(
      (given): Decided => ({
        type: 'ResultRecorded',
        data: { ...given, candidate: holderOf(state, given.certificationNumber) },
      }),
    ),
    { type: 'ResultsSent', data: { document } },
  ],
);

/** Pix gives another result after the results were sent. */
export const CorrectResult = defineCommand(
  'CorrectResult',
  'Corriger un résultat',
  z.strictObject({ candidate: candidateNumber, ...result, reason: reasonText }),
  (_, data) => [{ type: 'ResultCorrected', data }],
);
