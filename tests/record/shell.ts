import { spawnSync } from 'node:child_process';

const { CI } = process.env;

/** Whether the machine has SQLite's own shell; a test that needs it is skipped without it, but never where CI runs. */
export const hasShell = spawnSync('sqlite3', ['--version']).status === 0 || CI !== undefined;

/** Does to a database whatever somebody can do who may write to its file. */
export function inShell(path: string, sql: string): string {
  const { status, stdout, stderr, error } = spawnSync('sqlite3', [path, sql], { encoding: 'utf8' });
  if (error !== undefined || status !== 0) throw new Error(`sqlite3: ${error?.message ?? stderr}`);
  return stdout.trim();
}
