import { Stryker } from '@stryker-mutator/core';
import { saved } from './saved.ts';
import { type Mutants, scoreText } from './score.ts';

/** The folders that are judged. */
const FOLDERS = ['domain', 'projections'] as const;

/** Files that hold texts alone. */
const TEXTS = [
  '!src/**/index.ts',
  '!src/domain/procedure.ts',
  '!src/domain/commands/inputTexts.ts',
  '!src/domain/machine/names.ts',
  '!src/projections/french/words.ts',
];

/** Lets some tests judge the mutants in some places. */
const judged = (configFile: string, mutate: readonly string[], report: string) =>
  new Stryker({
    mutate: [...mutate],
    testRunner: 'vitest',
    vitest: { configFile: `tests/mutation/${configFile}` },
    plugins: ['@stryker-mutator/vitest-runner', './tests/mutation/texts.ts'],
    ignorers: ['texts'],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 2,
    // Somebody works beside it.
    timeoutFactor: 3,
    timeoutMS: 20_000,
    reporters: ['progress', 'html'],
    htmlReporter: { fileName: `reports/${report}.html` },
    // There is none: Stryker rewrites the one it finds, with a compiler that this project does not have.
    tsconfigFile: 'tests/mutation/no-tsconfig.json',
  }).runMutationTest();

/** Lets the properties of a folder judge its mutants. */
function byItsProperties(folder: (typeof FOLDERS)[number]): Promise<Mutants> {
  Object.assign(process.env, { EMARGEMENT_MUTATED: folder });
  return judged('properties.config.ts', [`src/${folder}/**/*.ts`, ...TEXTS], `properties-${folder}`);
}

const byProperties: Mutants[number][] = [];
for (const folder of FOLDERS) {
  byProperties.push(...(await saved(`properties-${folder}`, () => byItsProperties(folder))));
}
const left = byProperties.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
const places = left.map(({ fileName, location: { start, end } }) => {
  const file = fileName.slice(process.cwd().length + 1);
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
});
const byExamples = places.length === 0 ? [] : await saved('others', () => judged('others.config.ts', places, 'others'));
process.stdout.write(scoreText(byProperties, byExamples));
