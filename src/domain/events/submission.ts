import { z } from 'zod';
import { documentReference } from '../values/document.ts';
import { fact, personal } from '../values/personal.ts';
import { prose } from '../values/text.ts';
import { defineEvent } from './define.ts';
import { candidate, number, reason } from './fields.ts';

/** The digital sheet and the scan of the signed one went to Pix. */
export const SheetSubmitted = defineEvent(
  { type: 'SheetSubmitted', version: 1, about: 'session', sentence: 'submission', label: 'Feuille transmise à Pix' },
  { digitalSheet: fact(documentReference), signedScan: fact(documentReference) },
);

/** Pix sent the sheet back. */
export const SheetReturned = defineEvent(
  {
    type: 'SheetReturned',
    version: 1,
    about: 'session',
    sentence: 'submission',
    label: 'Feuille renvoyée par Pix',
  },
  { reason },
);

/** A result of one certification number: whether it was obtained is kept with the number, the rest is personal. */
const result = {
  candidate,
  certificationNumber: number,
  obtained: fact(z.boolean()),
  /** Points (Pix), a whole number. */
  score: personal(z.int().min(0).max(10_000).nullable()),
  comment: personal(prose(1000).nullable()),
};

/** Pix gave the result of one candidate. */
export const ResultRecorded = defineEvent(
  { type: 'ResultRecorded', version: 1, about: 'candidate', sentence: 'ownResult', label: 'Résultat' },
  result,
);

/** Pix gave another result for a candidate after the results were sent. */
export const ResultCorrected = defineEvent(
  { type: 'ResultCorrected', version: 1, about: 'candidate', sentence: 'ownResult', label: 'Résultat corrigé' },
  { ...result, reason },
);

/** Pix sent the results to the centre. */
export const ResultsSent = defineEvent(
  { type: 'ResultsSent', version: 1, about: 'session', sentence: 'results', label: 'Résultats transmis au centre' },
  { document: fact(documentReference) },
);
