import { readFile } from 'node:fs/promises';
import { textOfStored } from '../../domain/store/json.ts';
import { sessionStream } from '../../service/streams.ts';
import type { EvidenceInput, Signer } from '../evidence/index.ts';
import { inclusionOf, rootOf } from '../sealed/index.ts';
import { UsageError } from './io.ts';
import type { Place } from './place.ts';

/** What is to be composed. */
export interface Wanted {
  readonly session: string;
  readonly recipient: EvidenceInput['recipient'];
  /** Who signs; without anybody, nothing leads to a root either. */
  readonly signer: Signer | null;
  /** The path of a signed root that was published; without one, a new one is signed. */
  readonly root: string | null;
}

/** The root that the file leads to: one that was published, or one that is signed now. */
async function rootFor({ record }: Place, path: string | null, signer: Signer) {
  const { claimedRoot, signRoot } = await import('../evidence/index.ts');
  if (path === null) {
    const current = await rootOf(record);
    return { token: await signRoot({ ...current, at: Date.now() }, signer), size: current.size };
  }
  const token = (await readFile(path, 'utf8')).trim();
  const claimed = claimedRoot(token);
  if (claimed === null) throw new UsageError(`${path} : ce n’est pas une racine signée.`);
  return { token, size: claimed.size };
}

/** The keys that the recipient may have. */
async function keysFor({ keyring }: Place, stream: string, recipient: EvidenceInput['recipient']) {
  const keys = await keyring.keysOf(stream);
  return recipient.kind === 'jury' ? keys : new Map([...keys].filter(([person]) => person === recipient.person));
}

/**
 * Composes the evidence file of a session of a register.
 *
 * @returns the lines of the file, and how many events are in it
 * @throws {UsageError} where nothing is recorded of the session, or the root is none
 */
export async function composed(place: Place, wanted: Wanted, db: string) {
  const { session, recipient, signer, root: path } = wanted;
  const stream = sessionStream(session);
  const stored = await place.record.readStream(stream);
  if (stored.length === 0) throw new UsageError(`Le registre ${db} ne connaît pas la session ${session}.`);
  const root = signer === null ? null : await rootFor(place, path, signer);
  const inclusion = root === null ? null : await inclusionOf(place.record, stream, root.size);
  const keys = await keysFor(place, stream, recipient);
  const texts = () => stored.map(textOfStored);
  const { writeEvidence } = await import('../evidence/index.ts');
  const input = { recipient, stream, texts, keys, inclusion, root: root?.token ?? null, madeAt: Date.now() };
  return { lines: writeEvidence(input, signer), events: stored.length };
}
