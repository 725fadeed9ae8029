import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/index.ts';
import { historyTrial, regressionTest } from '../../../src/adapters/testing/report/index.ts';
import { check } from '../../../src/adapters/testing/run/check.ts';
import type { Failed, Trial } from '../../../src/adapters/testing/run/trial.ts';
import { seed } from '../../support/property.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A folder of the repository in which tests are written as a host would keep them. Its name keeps other runs out. */
const FOLDER = mkdtempSync(join(import.meta.dirname, '.emitted-'));

const KIT = './kit.ts';

/** What a host of the test kit has: trials of its own, one of which finds a bug until it is mended. */
const TRIALS = `import { fc, historyTrial, type Trial } from './kit.ts';

const isMended = process.env['MENDED'] === 'yes';

export const interrupted = historyTrial('nobody with extra time "loses" the test', ({ events }) => {
  const withExtra = new Set<number>();
  for (const { type, data } of events) {
    if (type === 'CandidateRegistered' && data.extraTime !== null) withExtra.add(data.candidate);
    if (!isMended && type === 'TestInterrupted' && withExtra.has(data.candidate)) throw new Error('planted bug');
  }
});

export const small: Trial<number> = {
  name: 'numbers are small',
  cases: fc.nat(1000),
  runs: 100,
  holds(n) {
    if (!isMended && n > 17) throw new Error('planted bug');
  },
  tell: String,
};
`;

const KIT_SOURCE = `export * as fc from 'fast-check';
export * from '../../../../src/adapters/testing/histories/index.ts';
export * from '../../../../src/adapters/testing/report/index.ts';
export { assertHeld, check } from '../../../../src/adapters/testing/run/check.ts';
export type { Trial } from '../../../../src/adapters/testing/run/trial.ts';
`;

const write = (name: string, source: string): void => writeFileSync(join(FOLDER, name), source);

/** Runs one of the project's own tools in the folder. */
const run = (tool: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin', tool), args, {
    cwd: FOLDER,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  return { status, output: stdout + stderr };
};

/** A trial that does not hold, as a run found it. */
async function failure<Case>(trial: Trial<Case>): Promise<Failed> {
  const verdict = await check(trial, { seed });
  if (verdict.kind === 'failed') return verdict;
  throw new Error(`${trial.name} held`);
}

beforeAll(async () => {
  write('kit.ts', KIT_SOURCE);
  write('trials.ts', TRIALS);
  const { interrupted, small } = await import(join(FOLDER, 'trials.ts'));
  const keep = async (trial: Trial<unknown>, name: string) =>
    write(
      `${name}.kept.ts`,
      regressionTest(await failure(trial), { trial: { name, from: './trials.ts' }, testing: KIT }),
    );
  await keep(interrupted, 'interrupted');
  await keep(small, 'small');
  write(
    'bound.kept.ts',
    `import { trialTest } from '../../../../src/adapters/testing/vitest.ts';\nimport { small } from './trials.ts';\n\ntrialTest(small, { runs: 50 });\n`,
  );
  for (const [index, history] of fc.sample(histories({ choices: 30 }), { numRuns: 12, seed }).entries()) {
    const failed = { ...(await failure(interrupted)), counterexample: history };
    write(
      `any${index}.ts`,
      regressionTest(failed, { trial: { name: 'interrupted', from: './trials.ts' }, testing: KIT }),
    );
  }
  write('tsconfig.json', '{ "extends": "../../../../tsconfig.json", "include": ["*.ts"] }\n');
  write('vitest.config.ts', `export default { test: { include: ['*.kept.ts'] } };\n`);
}, 60_000);

afterAll(() => rmSync(FOLDER, { recursive: true }));

describe('a regression test that was written out', () => {
  test('is valid under the project’s own compiler', () => {
    expect(run('tsc', ['-p', '.'])).toEqual({ status: 0, output: '' });
  });

  test('is formatted and free of complaints, whatever the history', () => {
    const { status, output } = run('biome', ['check', '--error-on-warnings', '.', '--reporter=summary']);
    expect([status, output]).toEqual([0, expect.stringMatching(/Checked \d+ files/)]);
  });

  test('fails as long as the bug is there, and the binding to vitest prints the whole verdict', () => {
    const { status, output } = run('vitest', ['run', '--root', '.', '--config', 'vitest.config.ts']);
    expect(status).toBe(1);
    expect(output).toMatch(/Tests +3 failed/);
    expect(output).toContain('nobody with extra time "loses" the test');
    expect(output.match(/Error: planted bug/g)?.length).toBeGreaterThanOrEqual(1);
    expect(output).toMatch(/Does not hold: numbers are small\s+18\s+planted bug\s+Try it again: em1\./);
  });

  test('holds once it is mended', () => {
    const { status, output } = run('vitest', ['run', '--root', '.', '--config', 'vitest.config.ts'], { MENDED: 'yes' });
    expect([status, output]).toEqual([0, expect.stringMatching(/Tests +3 passed/)]);
  });
});

describe('the text of a regression test', () => {
  const imports = { trial: { name: 'trial', from: './trial.ts' } };

  test('imports the test kit by its name, and holds the commands of the history', async () => {
    const trial = historyTrial('nothing is ever told', ({ steps }) => {
      if (steps.length > 0) throw new Error('told');
    });
    const text = regressionTest(await failure(trial), imports);
    expect(text).toMatch(
      /^import \{ retold, type Spoken \} from 'emargement\/testing';\nimport \{ test \} from 'vitest';\nimport \{ trial \} from '\.\/trial\.ts';\n/,
    );
    expect(text).toMatch(/\nconst COMMANDS: readonly Spoken\[\] = \[\n {2}\{\n {4}at: '2019-05-14T/);
    expect(text).toMatch(
      /\ntest\('nothing is ever told', async \(\) => \{\n {2}await trial\.holds\(retold\(COMMANDS\)\);\n\}\);\n$/,
    );
  });

  test('holds the token where the case is no history', async () => {
    const trial: Trial<number> = {
      name: 'zero',
      cases: fc.nat(9),
      runs: 50,
      holds: (n) => expect(n).toBe(0),
      tell: String,
    };
    const failed = await failure(trial);
    expect(regressionTest(failed, imports)).toBe(
      [
        `import { assertHeld, check } from 'emargement/testing';`,
        `import { test } from 'vitest';`,
        `import { trial } from './trial.ts';`,
        '',
        `test('zero', async () => {`,
        `  assertHeld(await check(trial, { token: '${failed.token}' }));`,
        '});',
        '',
      ].join('\n'),
    );
  });

  test('cannot be written where nothing was tried', async () => {
    const failed = await failure({ ...historyTrial('nothing', () => undefined), runs: 0 });
    expect(() => regressionTest(failed, imports)).toThrow(RangeError);
  });
});
