import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the project. */
export const ROOT = join(import.meta.dirname, '../..');

/** The README. */
export const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The embedding example of the README. */
export function embeddingExample(): string {
  const [, example] = /```ts\n([\s\S]*?)```/.exec(README) ?? [];
  if (example === undefined) throw new Error('the README has no example');
  return example;
}
