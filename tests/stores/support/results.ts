import { StoreError } from '../../../src/domain/store/errors.ts';

/** What a call answers, or which range it refuses in what words. */
export type Result = { readonly answer: unknown } | { readonly fault: string };

/** What a call makes of what it is given: another fault than that of a range is thrown on. */
export function resultOf(call: () => unknown): Result {
  try {
    return { answer: call() };
  } catch (thrown) {
    if (thrown instanceof StoreError && thrown.code === 'range-invalid') return { fault: thrown.message };
    throw thrown;
  }
}

/** The fault of a range: what was expected, and what was found, an object by its kind alone. */
export const refused = (what: string, found: unknown): Result => {
  const isObject = found !== null && ['object', 'function'].includes(typeof found);
  return { fault: `Not a ${what}: ${isObject ? typeof found : String(found)}` };
};
