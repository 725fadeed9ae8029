import type { History } from '../histories/histories.ts';
import { spoken } from '../histories/retold.ts';
import type { Failed } from '../run/trial.ts';
import { literal, stringLiteral } from './literal.ts';

/** What a regression test imports. */
export interface RegressionImports {
  /** The trial that did not hold: the name under which a module exports it. */
  readonly trial: { readonly name: string; readonly from: string };
  /** Where the test kit is imported from; `emargement/testing` unless it is given. */
  readonly testing?: string;
}

const isHistory = (value: unknown): value is Pick<History, 'steps'> =>
  typeof value === 'object' && value !== null && 'steps' in value && Array.isArray(value.steps);

/** Import lines in the order in which formatters sort them: packages first, then files, the farthest first. */
const imports = (lines: readonly { readonly names: string; readonly from: string }[]): readonly string[] => {
  const isFile = (from: string): number => Number(from.startsWith('.'));
  return lines
    .toSorted((a, b) => isFile(a.from) - isFile(b.from) || (a.from < b.from ? -1 : 1))
    .map(({ names, from }) => `import { ${names} } from ${stringLiteral(from)};`);
};

const testOf = (title: string, body: string): readonly string[] => [
  `test(${stringLiteral(title)}, async () => {`,
  `  ${body}`,
  '});',
];

/** The commands themselves, with instants as people read them. */
const commandsOf = (history: Pick<History, 'steps'>): unknown =>
  spoken(history).map(({ at, told, mistake }) => ({
    at,
    told: {
      ...told,
      occurredAt: told.occurredAt === undefined ? undefined : new Date(told.occurredAt).toISOString(),
    },
    mistake,
  }));

/**
 * The source text of a test (TypeScript, vitest) that tries a failing case again, to be kept with the bug that it found.
 * Where the case is a history the test holds its commands, so that it stays what it is when the generators change; else
 * it holds the token.
 *
 * @throws {RangeError} where nothing was tried, so that there is nothing to try again
 */
export function regressionTest(failed: Failed, { trial, testing = 'emargement/testing' }: RegressionImports): string {
  const { name, token, counterexample } = failed;
  if (token === null) throw new RangeError(`${name}: nothing was tried that could be tried again`);
  const subject = { names: trial.name, from: trial.from };
  const vitest = { names: 'test', from: 'vitest' };
  const lines = isHistory(counterexample)
    ? [
        ...imports([{ names: 'retold, type Spoken', from: testing }, subject, vitest]),
        '',
        `/** Found as ${token}. */`,
        `const COMMANDS: readonly Spoken[] = ${literal(commandsOf(counterexample), 0, 38)};`,
        '',
        ...testOf(name, `await ${trial.name}.holds(retold(COMMANDS));`),
      ]
    : [
        ...imports([{ names: 'assertHeld, check', from: testing }, subject, vitest]),
        '',
        ...testOf(name, `assertHeld(await check(${trial.name}, { token: ${stringLiteral(token)} }));`),
      ];
  return `${lines.join('\n')}\n`;
}
