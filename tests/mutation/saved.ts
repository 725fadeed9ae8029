import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutants } from './score.ts';

const FOLDER = 'reports/mutation';

/** What a phase found; with `--resume`, what it found when it last came to its end, however long ago. */
export async function saved(name: string, judge: () => Promise<Mutants>): Promise<Mutants> {
  const path = join(FOLDER, `${name}.json`);
  if (process.argv.includes('--resume') && existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Mutants;
  const found = await judge();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path, JSON.stringify(found));
  return found;
}
