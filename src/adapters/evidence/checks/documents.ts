import type { RuleText } from '../../../domain/rules/define.ts';
import { Findings, filled } from '../findings.ts';
import type { RecordedDocument } from '../format.ts';
import { checked, type EvidenceCheck } from '../verdict.ts';

/** A file that somebody has, to be compared with those that the events speak of. */
export interface GivenDocument {
  readonly name: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
}

const UNKNOWN: RuleText = {
  en: 'No event speaks of the file {name}: it is another one, or it was changed.',
  fr: 'Aucun événement ne parle du fichier {name} : c’est un autre, ou il a été modifié.',
};

const HOLDS: RuleText = {
  en: 'The files that were given are those that the events speak of. Not given: {missing}.',
  fr: 'Les fichiers donnés sont bien ceux dont parlent les événements. Non donnés : {missing}.',
};

const NOT_GIVEN: RuleText = {
  en: 'No file was given. The events speak of: {missing}.',
  fr: 'Aucun fichier n’a été donné. Les événements parlent de : {missing}.',
};

/** Most documents that a text lists. */
const LISTED = 10;

/** Whether the files that were given are those that the events speak of. */
export function documentsCheck(recorded: readonly RecordedDocument[], given: readonly GivenDocument[]): EvidenceCheck {
  const findings = new Findings();
  const digests = new Map(recorded.map(({ sha256, bytes }) => [sha256, bytes]));
  for (const { name, sha256, bytes } of given) {
    if (digests.get(sha256.toLowerCase()) !== bytes) findings.say('document-unknown', UNKNOWN, null, { name });
  }
  const missing = missingOf(recorded, given).map(
    ({ kind, revision, sha256 }) => `${kind} ${sha256.slice(0, 12)}… (${revision})`,
  );
  const listed = missing.slice(0, LISTED).join(', ') + (missing.length > LISTED ? ` + ${missing.length - LISTED}` : '');
  const isAny = given.length > 0;
  return checked(
    'documents',
    findings,
    isAny ? 'holds' : 'notChecked',
    filled(isAny ? HOLDS : NOT_GIVEN, { missing: listed || '—' }),
  );
}

/** The documents that events speak of and that were not given. */
export function missingOf(
  recorded: readonly RecordedDocument[],
  given: readonly GivenDocument[],
): readonly RecordedDocument[] {
  const digests = new Set(given.map(({ sha256 }) => sha256.toLowerCase()));
  return recorded.filter(({ sha256 }) => !digests.has(sha256));
}
