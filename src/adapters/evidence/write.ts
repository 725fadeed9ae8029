import { createHash } from 'node:crypto';
import type { Person } from '../../domain/privacy/person.ts';
import { toBase64url } from '../crypto/node.ts';
import { KEY_BYTES } from '../crypto/primitives.ts';
import type { SecretKey } from '../crypto/secretKey.ts';
import { isIncluded } from './checks/roots.ts';
import { EvidenceError } from './errors.ts';
import type { Header, HeadLine, Inclusion, SignedPayload } from './format.ts';
import { signed } from './jws.ts';
import type { Signer } from './keys.ts';
import { MOST_KEYS } from './limits.ts';
import { claimedRoot } from './root.ts';
import { type Survey, surveyOf, type Texts } from './survey.ts';

/** What an evidence file is made of. */
export interface EvidenceInput {
  /** For a jury, with the keys of everybody who was not erased; or for one person, with theirs alone. */
  readonly recipient: { readonly kind: 'jury' } | { readonly kind: 'person'; readonly person: Person };
  /** The stream of the session: `session-b204`. */
  readonly stream: string;
  /** The stored texts of the stream from its first event on, byte for byte. Called twice; must give the same twice. */
  readonly texts: () => Texts;
  /** The keys of persons, 256 bits each, as a keyring hands them out. */
  readonly keys: ReadonlyMap<Person, SecretKey>;
  /** Where the last event stands in the log of heads; `null` where there is no root to lead to. */
  readonly inclusion: Inclusion | null;
  /** The root of the log, as `signRoot` made it; `null` where nothing outside vouches for the session. */
  readonly root: string | null;
  /** When the file is made; epoch milliseconds. */
  readonly madeAt: number;
}

const SESSION = 'session-';

/**
 * Writes the evidence file of a session, line by line, in memory that does not grow with the number of events. The record
 * is read once before the first line is handed out, so that of a record that is refused nothing is written.
 *
 * In a person's file the events of the others stand as they were stored, so that everything can be verified: encrypted,
 * and without their keys. Keys of persons who were erased are left out.
 *
 * @param signer `null` for a file that nobody vouches for, to be looked at and not to be handed on
 * @returns the lines, each with its end, to be written in UTF-8
 * @throws {EvidenceError} `person-unknown`, `key-of-another`, `key-size`, `record-…`, `data-of-another`,
 * `inclusion-wrong`; `record-changed` is the only one that may come after the first line
 */
export async function* writeEvidence(input: EvidenceInput, signer: Signer | null): AsyncGenerator<string> {
  const { recipient, stream, texts, root } = input;
  const person = recipient.kind === 'person' ? recipient.person : null;
  const { kind } = recipient;
  const survey = await surveyOf(stream, texts(), person);
  const { head } = survey;
  const keys = keysFor(person, input.keys, survey);
  assertIncluded(input, survey);

  const hash = createHash('sha256');
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line(headerOf(input, person, survey));
  yield line({ keys });
  const again = createHash('sha256');
  for await (const text of texts()) {
    again.update(text).update('\n');
    hash.update(text).update('\n');
    yield `${text}\n`;
  }
  if (again.digest('hex') !== survey.digest) {
    throw new EvidenceError('record-changed', `${stream} read differently the second time. Write the file anew.`);
  }
  yield line({ head, inclusion: pathOf(input.inclusion), root } satisfies HeadLine);
  const payload: SignedPayload = { sha256: hash.digest('hex'), kind, ...head };
  const signature = signer === null ? null : await signed(payload, 'emargement-evidence+jws', signer);
  yield `${JSON.stringify({ signature })}\n`;
}

function headerOf(
  { recipient, stream, madeAt }: EvidenceInput,
  person: Person | null,
  { summary, head }: Survey,
): Header {
  const { documents, ...repeated } = summary.repeated;
  const session = summary.session ?? stream.replace(SESSION, '');
  return {
    evidence: 1,
    kind: recipient.kind,
    session,
    stream,
    person,
    events: head.revision,
    ...repeated,
    madeAt,
    documents,
  };
}

/** A path alone: whoever found it may have said more of it. */
const pathOf = (inclusion: Inclusion | null): HeadLine['inclusion'] =>
  inclusion === null ? null : { index: inclusion.index, size: inclusion.size, path: [...inclusion.path] };

/** The keys that the recipient may have. */
function keysFor(
  person: Person | null,
  keys: EvidenceInput['keys'],
  { persons, erased }: Survey,
): readonly { readonly person: Person; readonly key: string }[] {
  if (person === 'session' || (person !== null && !persons.has(person))) {
    throw new EvidenceError('person-unknown', `No event speaks of the person ${person}.`);
  }
  const given = [...keys].filter(([of]) => !erased.has(of));
  for (const [of, { symmetricKeySize: length }] of keys) {
    if (person !== null && of !== person)
      throw new EvidenceError('key-of-another', `A file for ${person} may not hold the key of ${of}.`);
    if (length !== KEY_BYTES)
      throw new EvidenceError('key-size', `The key of ${of} has ${length} bytes, and not ${KEY_BYTES}.`);
  }
  if (given.length > MOST_KEYS) throw new EvidenceError('record-too-large', `More than ${MOST_KEYS} keys.`);
  return given.map(([of, key]) => ({ person: of, key: toBase64url(key.export()) }));
}

/** A path that leads elsewhere would show only when somebody verifies, perhaps years later. */
function assertIncluded({ inclusion, root }: EvidenceInput, { head }: Survey): void {
  if (root === null) return;
  const claimed = claimedRoot(root);
  if (claimed !== null && inclusion !== null && isIncluded(head, inclusion, claimed)) return;
  const place = `${head.stream}, revision ${head.revision}`;
  throw new EvidenceError(
    'inclusion-wrong',
    `No path leads from ${place} to the signed root: it is older, or of another record.`,
  );
}
