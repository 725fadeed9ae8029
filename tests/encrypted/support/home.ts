import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true });
});

/** A folder of its own for all the files of a test file: it is there until the last of its tests is over. */
export function home(): string {
  const [first] = made;
  if (first !== undefined) return first;
  const path = mkdtempSync(join(tmpdir(), 'emargement-'));
  made.push(path);
  return path;
}
