import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { ROOT } from './readme.ts';

/** Bundles an entry for a browser; whatever only Node has is an error. */
async function bundle(entry: string): Promise<Rolldown.RolldownOutput> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: join(ROOT, entry), formats: ['es'] } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error(`${entry} gave no bundle`);
  return output;
}

describe('for a browser', () => {
  test.each(['src/domain/index.ts', 'src/projections/index.ts'])(
    '%s is bundled, with nothing that only Node has',
    async (entry) => {
      const { output } = await bundle(entry);
      const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
      expect(code).toMatch(/SessionPlanned/);
      expect(code).not.toMatch(/\bnode:|__vite-browser-external|\brequire\(/);
      expect(output.flatMap((file) => (file.type === 'chunk' ? file.imports : []))).toEqual([]);
    },
  );
});
