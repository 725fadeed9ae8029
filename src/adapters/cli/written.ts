import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { UsageError } from './io.ts';

/** @throws {UsageError} where one of these files is there already */
export function assertNew(...paths: readonly string[]): void {
  for (const path of paths) if (existsSync(path)) throw new UsageError(`${path} existe déjà : rien n’est écrit.`);
}

/**
 * Writes a new file, whole or not at all.
 *
 * @throws {UsageError} where it is there already
 */
export async function written(
  path: string,
  parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  mode = 0o644,
): Promise<void> {
  assertNew(path);
  const unfinished = `${path}.part`;
  try {
    const file = await open(unfinished, 'w', mode);
    try {
      for await (const part of parts) await file.appendFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw thrown;
  }
}
