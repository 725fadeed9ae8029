import { createPrivateKey } from 'node:crypto';
import {
  type CheckName,
  type EvidenceInput,
  type EvidenceVerdict,
  type Outcome,
  type Signer,
  signerOf,
  signRoot,
  trustedKeyOf,
  writeEvidence,
} from '../../../src/adapters/evidence/index.ts';
import type { Person } from '../../../src/domain/privacy/person.ts';
import type { Recorded } from './record.ts';

/** A key that is always the same, from 32 bytes that are all equal (RFC 8410). */
const fixedKey = (byte: number) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]),
    format: 'der',
    type: 'pkcs8',
  });

const pair = async (byte: number) => {
  const text = fixedKey(byte).export({ type: 'pkcs8', format: 'pem' }).toString();
  const { x } = fixedKey(byte).export({ format: 'jwk' });
  return {
    signer: await signerOf(text),
    trusted: await trustedKeyOf(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x })),
  };
};

/** The centre, whose key the verifiers know, and somebody else. */
export const [CENTRE, STRANGER] = await Promise.all([pair(1), pair(2)]);

export const MADE_AT = Date.UTC(2019, 5, 1);

/** The evidence file of a session for a jury, with its root signed; as lines, each with its end. */
export async function fileOf(
  { texts, keys, head, inclusion, root }: Recorded,
  changes: Partial<EvidenceInput> = {},
  signer: Signer | null = CENTRE.signer,
): Promise<readonly string[]> {
  const signed = await signRoot({ size: inclusion.size, root, at: MADE_AT }, signer ?? CENTRE.signer);
  const input: EvidenceInput = {
    recipient: { kind: 'jury' },
    stream: head.stream,
    texts: () => texts,
    keys,
    inclusion,
    root: signed,
    madeAt: MADE_AT,
    ...changes,
  };
  const lines: string[] = [];
  for await (const line of writeEvidence(input, signer)) lines.push(line);
  return lines;
}

/** The file of one person. */
export const fileFor = (record: Recorded, person: Person): Promise<readonly string[]> => {
  const key = record.keys.get(person);
  return fileOf(record, {
    recipient: { kind: 'person', person },
    keys: new Map(key === undefined ? [] : [[person, key]]),
  });
};

/** The bytes of a file, in pieces that end anywhere. */
export async function* bytesOf(lines: Iterable<string> | Uint8Array, piece = 997): AsyncGenerator<Uint8Array> {
  const bytes = lines instanceof Uint8Array ? lines : Buffer.from([...lines].join(''));
  for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
}

/** What became of each check, by its name. */
export const outcomesOf = ({ checks }: EvidenceVerdict): Partial<Record<CheckName, Outcome>> =>
  Object.fromEntries(checks.map(({ check, outcome }) => [check, outcome]));

/** The codes of what was found in a check. */
export const codesOf = ({ checks }: EvidenceVerdict, name: CheckName): readonly string[] =>
  checks.flatMap(({ check, findings }) => (check === name ? findings.map(({ code }) => code) : []));
