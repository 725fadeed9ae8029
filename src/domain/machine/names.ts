import type { Lifecycle } from './table.ts';

/** Where a session is in its lifecycle, as it is said in French. */
export const LIFECYCLE_NAMES: Readonly<Record<Lifecycle, string>> = {
  unplanned: 'non planifiée',
  planned: 'planifiée',
  codesIssued: 'code attribué',
  running: 'en cours',
  closed: 'close',
  'sheetSubmitted.underReview': 'feuille transmise',
  'sheetSubmitted.returned': 'feuille renvoyée',
  resultsSent: 'résultats transmis',
  cancelled: 'annulée',
};
