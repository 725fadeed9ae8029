import { glob } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Collected, collectedFrom } from './collected.ts';

const IN_PLACE_OF_VITEST = new URL('vitest.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest' ? { url: IN_PLACE_OF_VITEST, shortCircuit: true } : next(specifier, context),
});

/** Loads test files of the working folder, and says which tests they have. */
export async function loaded(files: readonly string[]): Promise<ReadonlyMap<string, Collected>> {
  const tests = new Map<string, Collected>();
  for await (const file of glob(files)) {
    const { href } = pathToFileURL(join(process.cwd(), file));
    for (const test of await collectedFrom(file, () => import(href))) tests.set(test.id, test);
  }
  return tests;
}
