import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEventStoreDb } from '../../src/adapters/eventstoredb/index.ts';
import { openRegister } from '../../src/service/register.ts';
import { startServer } from '../eventstoredb/server/server.ts';
import { plan } from '../support/asked.ts';
import { embedding, judged, judging, ROOT, serving } from './readme.ts';

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

/** What a host may not write: the types must refuse it. */
const WRONG = `import type { Command } from 'emargement';
// @ts-expect-error a command has data
export const wrong: Command = { type: 'CloseSession' };
`;

/** Runs a program to its end. @returns what it wrote */
const output = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The same, while this process serves. */
const outputOf = async (command: string, args: readonly string[], cwd: string): Promise<string> =>
  (await promisify(execFile)(command, args, { cwd, encoding: 'utf8' })).stdout;

describe('the package that npm packs', () => {
  const project = mkdtempSync(join(tmpdir(), 'emargement-package-'));

  beforeAll(() => {
    output('npm', ['pack', '--pack-destination', project], ROOT);
    const [tarball] = readdirSync(project).filter((name) => name.endsWith('.tgz'));
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));
    const peers = ['fast-check@4', '@eventstore/db-client@6.2.1'];
    output('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`, ...peers], project);
    writeFileSync(join(project, 'example.ts'), embedding);
    writeFileSync(join(project, 'serving.ts'), serving);
    writeFileSync(join(project, 'judging.ts'), judging);
  }, 300_000);

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test('runs the example of the README in an empty project', () => {
    const said = output(process.execPath, ['example.ts'], project);
    expect(said).toBe(
      "[\n  'Dans l’état « code attribué », ceci ne peut être enregistré ; c’est possible dans : en cours.'\n]\n[ 8400 ]\n",
    );
  });

  test('works with a server as the README says', async () => {
    const server = await startServer();
    try {
      const register = openRegister(openEventStoreDb({ connectionString: server.connectionString }));
      const examiners = [{ id: 'lefevre', name: { surname: 'Lefèvre', firstName: 'Anne-Sophie' } }];
      expect((await register.handle(plan('b204', { examiners }))).kind).toBe('accepted');
      await register.close();
      writeFileSync(join(project, 'served.ts'), serving.replace(/esdb:[^']*/, server.connectionString));
      expect(await outputOf(process.execPath, ['served.ts'], project)).toContain('b204');
    } finally {
      await server.stop();
    }
  });

  test('finds and prints the lost update of the store that the README judges, as the README says', () => {
    expect(output(process.execPath, ['judging.ts'], project)).toContain(judged);
  });

  test.each([
    { skipLibCheck: false, exactOptionalPropertyTypes: false },
    // XState's own declarations do not hold under this one.
    { skipLibCheck: true, exactOptionalPropertyTypes: true },
  ])('brings the types that the example needs, strictly checked: %j', (settings) => {
    const compilerOptions = {
      ...settings,
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2024',
      lib: ['es2024', 'dom'],
      types: [],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    writeFileSync(join(project, 'wrong.ts'), WRONG);
    expect(output(process.execPath, [TSC, '-p', '.'], project)).toBe('');
  });

  test('has the command line, which says what it can do', () => {
    expect(output(join(project, 'node_modules/.bin/emargement'), ['--help'], project)).toContain('navette FICHIER');
  });

  test('says what is missing where an optional peer is', () => {
    writeFileSync(join(project, 'creneaux.csv'), 'Salle\n');
    const run = () => output(join(project, 'node_modules/.bin/emargement'), ['navette', 'creneaux.csv'], project);
    expect(run).toThrow('Cette tâche demande le paquet csv-parse');
  });

  test('holds the compiled library, its types and its sample, and no test', () => {
    const files = output('npm', ['ls', '--parseable'], project);
    expect(files).toContain('emargement');
    const root = join(project, 'node_modules/emargement');
    expect(readdirSync(root).toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'dist',
      'package.json',
    ]);
    expect(readFileSync(join(root, 'dist/adapters/cli/demo/navette-creneaux.csv'), 'utf8')).toContain('Navette');
  });
});
