import { readFileSync } from 'node:fs';

/** Where a test begins in the source of its file. */
const TEST = /^\s*test(?:\.\w+(?:\(.*\))?)*\($|^\s*test\b/m;

const files = new Map<string, string>();

const sourceOf = (file: string): string => {
  const read = files.get(file) ?? readFileSync(file, 'utf8');
  files.set(file, read);
  return read;
};

/**
 * Whether a test tries a property, and no examples.
 *
 * @param id as Stryker names it: the file, `#`, and the titles from the outside in
 */
export function isProperty(id: string): boolean {
  const [file = '', titles = ''] = id.split('#');
  if (file.includes('/properties/')) return true;
  const source = sourceOf(file);
  const from = source.indexOf(titles.split(' > ').at(-1) ?? titles);
  if (from === -1) return false;
  const rest = source.slice(from);
  const end = rest.slice(1).search(TEST);
  return /\b(holds|assertHeld|trialTest)\(/.test(end === -1 ? rest : rest.slice(0, end));
}
