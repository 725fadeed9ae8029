import { createHash } from 'node:crypto';
import { readStored } from '../../domain/audit/stored.ts';
import { isAnythingLeft, takenApart } from '../../domain/privacy/box.ts';
import { type Person, personOf } from '../../domain/privacy/person.ts';
import { sealOf } from '../../domain/seal/chain.ts';
import type { Head } from '../../domain/seal/head.ts';
import { storedEnvelope } from '../../domain/store/envelope.ts';
import { sha256 } from '../crypto/node.ts';
import { EvidenceError } from './errors.ts';
import { readJson } from './json.ts';
import { FILE_BYTES, LINE_BYTES, MOST_EVENTS } from './limits.ts';
import { Summary } from './summary.ts';

/** The stored texts of a stream, in their order. */
export type Texts = AsyncIterable<string> | Iterable<string>;

/** What is known of a record after it was read once. */
export interface Survey {
  readonly summary: Summary;
  readonly head: Head;
  /** Those of whom an event speaks. */
  readonly persons: ReadonlySet<Person>;
  /** Those who were erased. */
  readonly erased: ReadonlySet<Person>;
  /** The digest of all texts. */
  readonly digest: string;
}

/** Room for the lines that are no events. */
const OTHER_LINES = 4 * LINE_BYTES;

/**
 * Reads a record for the first time, so that nothing is written of one that cannot be evidence.
 *
 * @param recipient for whom nobody else's data may be readable; `null` for a jury
 * @throws {EvidenceError} `record-unreadable`, `record-empty`, `record-too-large`, `data-of-another`
 */
export async function surveyOf(stream: string, texts: Texts, recipient: Person | null): Promise<Survey> {
  const summary = new Summary();
  const persons = new Set<Person>();
  const erased = new Set<Person>();
  const digest = createHash('sha256');
  let [revision, bytes, hash] = [0, 0, ''];
  for await (const text of texts) {
    revision += 1;
    bytes += Buffer.byteLength(text) + 1;
    if (revision > MOST_EVENTS || bytes > FILE_BYTES - OTHER_LINES) {
      throw new EvidenceError('record-too-large', `${stream}: more than ${MOST_EVENTS} events or ${FILE_BYTES} bytes.`);
    }
    const value = storedValue(stream, revision, text);
    const strict = readStored(value);
    if (strict.kind === 'read') {
      const { event } = strict;
      summary.add(event);
      const person = personOf(event);
      if (person !== null) persons.add(person);
      if (event.type === 'PersonErased') erased.add(event.data.person);
      const apart = takenApart(event);
      if (recipient !== null && apart !== null && apart.person !== recipient && isAnythingLeft(apart)) {
        throw new EvidenceError(
          'data-of-another',
          `${stream}, revision ${revision}: what is personal of ${apart.person} is not encrypted.`,
        );
      }
    }
    hash = sealOf(sha256, text);
    digest.update(text).update('\n');
  }
  if (revision === 0) throw new EvidenceError('record-empty', `Nothing is recorded in ${stream}.`);
  if (summary.isOverflowing) throw new EvidenceError('record-too-large', `${stream}: too many documents.`);
  return { summary, head: { stream, revision, hash }, persons, erased, digest: digest.digest('hex') };
}

/** The event of a text, as far as it must be readable for somebody to verify it later; whether it is right is theirs to find. */
function storedValue(stream: string, revision: number, text: string): unknown {
  const bytes = new TextEncoder().encode(text);
  const reading = bytes.length > LINE_BYTES || text.includes('\n') ? null : readJson(bytes);
  const envelope = reading?.kind === 'read' ? storedEnvelope.safeParse(reading.value).data : undefined;
  if (envelope?.stream === stream && envelope.revision === revision && reading?.kind === 'read') return reading.value;
  throw new EvidenceError(
    'record-unreadable',
    `${stream}, revision ${revision}: the stored text is no event in its place.`,
  );
}
