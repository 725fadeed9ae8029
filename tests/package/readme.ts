import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the project. */
export const ROOT = join(import.meta.dirname, '../..');

/** The README. */
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The blocks of the README in this language, in their order. */
const blocks = (language: string): readonly string[] =>
  [...README.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);

/** The example that embeds the library, the one that works with a server, and the one that judges a store. */
export const [embedding = '', serving = '', judging = ''] = blocks('ts');

/** What the README says that the judged store is told. */
export const [judged = ''] = blocks('text');
