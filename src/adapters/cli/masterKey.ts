import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { MasterKeys } from '../encrypted/index.ts';
import { UsageError } from './io.ts';

/** Where a register's master key is looked for first: 32 bytes, as 64 hexadecimal digits or base64url. */
const VARIABLE = 'EMARGEMENT_MASTER_KEY';

const BYTES = 32;

/** The file beside a register in which its master key lies, where the host keeps it nowhere better. */
const masterFile = (db: string): string => `${db}.master`;

function bytesOf(written: string, from: string): Uint8Array {
  const text = written.trim();
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64url');
  if (bytes.length === BYTES) return bytes;
  throw new UsageError(`${from} : une clé maîtresse a ${BYTES} octets (64 chiffres hexadécimaux, ou base64url).`);
}

/** A master key that is kept as text. A key's name tells one from the next; which bytes it has, the key file checks. */
const named = (bytes: Uint8Array): MasterKeys => ({ current: { id: 'master-1', bytes } });

/**
 * The master key of a register: from the environment, else from the file beside it.
 *
 * @returns `null` where there is none
 * @throws {UsageError} where what is there cannot be a key
 */
export function masterKeyOf(db: string): MasterKeys | null {
  const { [VARIABLE]: written } = process.env;
  if (written !== undefined && written !== '') return named(bytesOf(written, VARIABLE));
  const file = masterFile(db);
  return existsSync(file) ? named(bytesOf(readFileSync(file, 'utf8'), file)) : null;
}

/** Makes a master key beside a new register, readable by its owner alone. */
export function makeMasterKey(db: string): MasterKeys {
  const bytes = randomBytes(BYTES);
  writeFileSync(masterFile(db), `${bytes.toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  return named(bytes);
}
