import type { DocumentKind } from '../../../../src/domain/values/document.ts';
import { DOCUMENTS } from '../../../../src/projections/french/words.ts';
import { all, type Reading } from '../../../domain/reading/taken.ts';
import { ofTheSession } from './due.ts';
import type { Look } from './record.ts';

const IN_ENGLISH: Readonly<Record<DocumentKind, string>> = {
  navette: 'Navette',
  materiel: 'Matériel',
  digitalSheet: 'digital sheet',
  signedScan: 'scan of the signed sheet',
  fraudReport: 'fraud report',
  results: 'results',
};

const wordsOf = (kind: DocumentKind) => ({ en: IN_ENGLISH[kind], fr: DOCUMENTS[kind] });

/** Every file that an event names: in documents that travelled, in sheets that were sent, in results. */
const namedBy = (reading: Reading) => [
  ...all(reading, 'DocumentRecorded').map(({ revision, data: { kind, document } }) => ({
    revision,
    kind,
    ...document,
  })),
  ...all(reading, 'SheetSubmitted').flatMap(({ revision, data: { digitalSheet, signedScan } }) => [
    { revision, kind: 'digitalSheet' as const, ...digitalSheet },
    { revision, kind: 'signedScan' as const, ...signedScan },
  ]),
  ...all(reading, 'ResultsSent').map(({ revision, data: { document } }) => ({
    revision,
    kind: 'results' as const,
    ...document,
  })),
];

/** Files in hand that are not what they are said to be, with what the record says of their kind and of themselves. */
const strangers: (...table: Parameters<Look>) => readonly ReturnType<typeof compared>[] = ({ reading, documents }) =>
  documents
    .map((given) => compared(reading, given))
    .filter(({ given, itself }) => itself.every(({ kind }) => kind !== given.kind));

function compared(reading: Reading, given: Parameters<Look>[0]['documents'][number]) {
  const named = namedBy(reading);
  return {
    given,
    ofItsKind: named.filter(({ kind }) => kind === given.kind),
    itself: named.filter(({ sha256 }) => sha256 === given.sha256.toLowerCase()),
  };
}

/** What can be the matter with files that somebody has in hand. */
export const FILES: Readonly<Record<string, Look>> = {
  'document-differs': (table) =>
    strangers(table)
      .filter(({ ofItsKind, itself }) => ofItsKind.length > 0 || itself.length > 0)
      .map(({ given, ofItsKind, itself }) => {
        const events = [...ofItsKind, ...itself].map(({ revision }) => revision);
        const known = [...new Set(itself.map(({ kind }) => kind))].map(wordsOf);
        return ofTheSession(events, wordsOf(given.kind), 'SHA-256', given.sha256, ...known);
      }),
  'document-unknown': (table) =>
    strangers(table)
      .filter(({ ofItsKind, itself }) => ofItsKind.length === 0 && itself.length === 0)
      .map(({ given }) => ofTheSession([], wordsOf(given.kind), 'SHA-256', given.sha256)),
};
