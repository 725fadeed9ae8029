import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is there until the test is over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'emargement-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Where a test keeps its record; nothing lies there yet. */
export const place = (): string => join(folder(), 'record.db');

/** All that can be told of the files of a folder: names, bytes, when each was last written, and whether it is still the same file. */
export const contentsOf = (path: string): unknown =>
  readdirSync(path)
    .sort()
    .map((name) => {
      const status = statSync(join(path, name), { bigint: true });
      const bytes = status.isFile() ? readFileSync(join(path, name)).toString('latin1') : 'no file';
      return { name, file: status.ino, written: status.mtimeNs, bytes };
    });
