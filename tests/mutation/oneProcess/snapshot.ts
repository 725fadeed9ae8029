import { inspect } from 'node:util';
import type { ChaiPlugin } from '@vitest/expect';
import { instrumented } from './instrumented.ts';

/** Thrown where a mutant is on before it is known what there was without it. */
export class NothingToCompareWith extends Error {}

/** What tests came to without any mutant: by the test, one after the other. */
const known = new Map<string, string>();

let running = '';
let shown = 0;

/** A test begins, whose snapshots are counted from the first. */
export function beginSnapshots(test: string): void {
  running = test;
  shown = 0;
}

const textOf = (value: unknown): string =>
  inspect(value, { depth: Number.POSITIVE_INFINITY, maxArrayLength: null, maxStringLength: null });

/**
 * A snapshot is what a test came to without a mutant in the same process: that this is what stands in the file is for
 * vitest to see.
 */
export const snapshots: ChaiPlugin = ({ Assertion }, { flag, addMethod }) => {
  addMethod(Assertion.prototype, 'toMatchInlineSnapshot', function (this: object) {
    const text = textOf(flag(this as never, 'object'));
    const key = `${running} ${shown++}`;
    const before = known.get(key);
    if (before === text) return;
    if (before !== undefined) throw new Error(`not ${before}, but ${text}`);
    if (instrumented.activeMutant !== undefined) throw new NothingToCompareWith();
    known.set(key, text);
  });
};
