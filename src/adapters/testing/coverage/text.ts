import { table } from '../../../projections/terminal/table.ts';
import type { Coverage } from './coverage.ts';
import { listOf, MEASURED, type Measured, percent } from './require.ts';
import { missingFrom, shareOf } from './tally.ts';

const titles = (...names: readonly string[]) => names.map((title) => ({ title }));

function shares(coverage: Coverage): string {
  const rows = Object.entries(MEASURED).map(([name, words]) => {
    const tally = coverage[name as Measured];
    const met = tally.known.length - missingFrom(tally).length;
    return [words, String(met), String(tally.known.length), percent(shareOf(tally))];
  });
  return table(titles('Covered', 'met', 'of', 'share'), rows);
}

function commands({ accepted, refused }: Coverage): string {
  const rows = accepted.known.map((type) => [
    type,
    String(accepted.counts.get(type) ?? 0),
    String(refused.counts.get(type) ?? 0),
  ]);
  return table(titles('Command', 'accepted', 'refused'), rows);
}

/** What is missing of each, but for the pairs, of which most are missing in any run of a sensible length. */
const missing = (coverage: Coverage): readonly string[] =>
  (['states', 'transitions', 'rules', 'eventTypes'] as const).flatMap((name) => {
    const names = missingFrom(coverage[name]);
    return names.length === 0 ? [] : [`Never met, of the ${MEASURED[name]}:\n${listOf(names)}`];
  });

/** What cases met, as tables for a terminal: shares, what is missing, and commands accepted and refused. */
export const coverageText = (coverage: Coverage): string =>
  [`${coverage.cases} cases`, shares(coverage), ...missing(coverage), commands(coverage)].join('\n\n');
