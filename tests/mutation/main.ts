import { judgedByVitest, judgedInOneProcess } from './judged.ts';
import { saved } from './saved.ts';
import { type Mutants, scoreText } from './score.ts';

// `npm run mutation` judges both folders; `npm run mutation -- src/domain/rules/*.ts` those files.

/** Cases of a property: what more would find, few would. */
const { EMARGEMENT_RUNS = '30' } = process.env;
Object.assign(process.env, { EMARGEMENT_RUNS });

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const FILES = named.length > 0 ? named : ['src/{domain,projections}/**/*.ts'];

/** Where a mutant stands, as Stryker is told it. */
const placeOf = ({ fileName, location: { start, end } }: Mutants[number]): string => {
  const file = fileName.slice(process.cwd().length + 1);
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
};

const inOneProcess = await saved('one-process', () => judgedInOneProcess(FILES, 'one-process'));
const left = inOneProcess.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
const byVitest = left.length === 0 ? [] : await saved('vitest', () => judgedByVitest(left.map(placeOf), 'vitest'));
process.stdout.write(scoreText(inOneProcess, byVitest));
