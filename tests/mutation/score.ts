import type { Stryker } from '@stryker-mutator/core';
import { isProperty } from './killer.ts';
import { A_TEXT } from './texts.ts';

/** What became of the mutants in a run. */
export type Mutants = Awaited<ReturnType<Stryker['runMutationTest']>>;

type Mutant = Mutants[number];

const KILLED: readonly Mutant['status'][] = ['Killed', 'Timeout'];

const isKilled = ({ status }: Mutant): boolean => KILLED.includes(status);

/** What tells a mutant from every other, in any run. */
const keyOf = ({ fileName, location: { start, end }, replacement }: Mutant): string =>
  [fileName, start.line, start.column, end.line, end.column, replacement].join(' ');

const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`);

/** Where a mutant is, and what it says in place of the original. */
const placeOf = ({ fileName, location, mutatorName, replacement = '' }: Mutant): string => {
  const text = replacement.replaceAll(/\s+/g, ' ').slice(0, 80);
  return `  ${fileName}:${location.start.line}:${location.start.column} ${mutatorName}: ${text}`;
};

/** A line of the table: a folder, how many of its mutants were killed, and how many of these by properties. */
function lineOf(folder: string, mutants: Mutants, byVitest: ReadonlyMap<string, Mutant>): string {
  const judged = mutants.filter(({ fileName, status }) => fileName.includes(folder) && status !== 'Ignored');
  const killed = judged
    .map((mutant) => (isKilled(mutant) ? mutant : byVitest.get(keyOf(mutant))))
    .filter((mutant) => mutant !== undefined);
  const byProperties = killed.filter(({ killedBy = [] }) => killedBy.some(isProperty));
  const score = percent(killed.length, judged.length);
  const share = percent(byProperties.length, killed.length);
  return `${folder.padEnd(18)} ${judged.length} mutants, ${score} killed, ${share} of them by properties`;
}

/**
 * The score of two runs as text.
 *
 * @param inOneProcess every mutant, as it was judged first
 * @param byVitest those that were left, as vitest judged them
 */
export function scoreText(inOneProcess: Mutants, byVitest: Mutants): string {
  const killed = new Map(byVitest.filter(isKilled).map((mutant) => [keyOf(mutant), mutant]));
  const survivors = inOneProcess.filter(
    (mutant) => mutant.status !== 'Ignored' && !isKilled(mutant) && !killed.has(keyOf(mutant)),
  );
  const ignored = inOneProcess.filter(({ status }) => status === 'Ignored');
  const texts = ignored.filter(({ statusReason }) => statusReason === A_TEXT).length;
  return [
    ...['src/domain/', 'src/projections/'].map((folder) => lineOf(folder, inOneProcess, killed)),
    `left out: ${texts} in texts, ${ignored.length - texts} static (they take effect once, as a module is loaded)`,
    `survivors: ${survivors.length}`,
    ...survivors.map(placeOf),
    '',
  ].join('\n');
}
