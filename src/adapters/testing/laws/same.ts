import * as fc from 'fast-check';

/** Most characters of a value that a message shows. */
const SHOWN = 120;

const shown = (value: unknown): string => {
  const text = fc.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

const isStructure = (value: unknown): value is object => typeof value === 'object' && value !== null;

const partsOf = (structure: object): ReadonlyMap<unknown, unknown> =>
  structure instanceof Map ? structure : new Map(Object.entries(structure));

const isAlike = (a: object, b: object): boolean =>
  Array.isArray(a) === Array.isArray(b) && a instanceof Map === b instanceof Map;

/**
 * The first place in which two values differ, in words; `null` where they are equal. A part that is there and holds
 * `undefined` is another thing than one that is missing, and so are the two zeros.
 */
export function differenceOf(actual: unknown, expected: unknown, path = ''): string | null {
  if (Object.is(actual, expected)) return null;
  if (!isStructure(actual) || !isStructure(expected) || !isAlike(actual, expected)) {
    return `${path === '' ? '' : `${path} is `}${shown(actual)}, not ${shown(expected)}`;
  }
  const parts = partsOf(actual);
  const wanted = partsOf(expected);
  for (const key of new Set([...wanted.keys(), ...parts.keys()])) {
    const place = path === '' ? String(key) : `${path}.${String(key)}`;
    if (!wanted.has(key)) return `${place} is ${shown(parts.get(key))}, and should not be there`;
    if (!parts.has(key)) return `${place} is missing, and should be ${shown(wanted.get(key))}`;
    const difference = differenceOf(parts.get(key), wanted.get(key), place);
    if (difference !== null) return difference;
  }
  return null;
}

/**
 * Asserts that two values are equal, whatever the order of their fields.
 *
 * @param what the thing that was looked at, as a sentence would begin
 * @throws {Error} with the first place in which they differ
 */
export function assertSame(what: string, actual: unknown, expected: unknown): void {
  const difference = differenceOf(actual, expected);
  if (difference !== null) throw new Error(`${what}: ${difference}`);
}

/**
 * Asserts what a sentence says.
 *
 * @throws {Error} with the sentence, which says what went wrong
 */
export function assertThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
