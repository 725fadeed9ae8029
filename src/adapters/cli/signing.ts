import { readFile } from 'node:fs/promises';
import type { Signer, TrustedKey } from '../evidence/index.ts';
import { UsageError } from './io.ts';

/** Reads the private key that a task signs with. @throws {UsageError} where none was named */
export async function signerFrom(path: string | boolean | undefined): Promise<Signer> {
  if (typeof path !== 'string') {
    throw new UsageError('Pour signer : --signing-key CLÉ.pem (voir emargement signing-key).');
  }
  const { signerOf } = await import('../evidence/index.ts');
  return signerOf(await readFile(path, 'utf8'));
}

/** Reads the public keys that a task trusts. */
export async function trustedFrom(paths: readonly string[]): Promise<readonly TrustedKey[]> {
  const { trustedKeyOf } = await import('../evidence/index.ts');
  return Promise.all(paths.map(async (path) => trustedKeyOf(await readFile(path, 'utf8'))));
}
