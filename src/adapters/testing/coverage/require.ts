import type { Coverage } from './coverage.ts';
import { missingFrom, shareOf } from './tally.ts';

/** What is counted against all there is. */
export type Measured = 'states' | 'transitions' | 'pairs' | 'rules' | 'eventTypes';

/** The least share of each that cases must meet, from 0 to 1; what is left out may be anything. */
export type Required = Readonly<Partial<Record<Measured, number>>>;

/** What is measured, in words. */
export const MEASURED: Readonly<Record<Measured, string>> = {
  states: 'states',
  transitions: 'transitions',
  pairs: 'pairs of transitions',
  rules: 'rules refused',
  eventTypes: 'event types',
};

/** Most names of what is missing that a text lists. */
const LISTED = 40;

/** A share in percent; never rounded up to all or down to nothing. */
export const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

/** What was never met, as a list. */
export function listOf(missing: readonly string[]): string {
  const more = missing.length - LISTED;
  const lines = missing.slice(0, LISTED).map((name) => `  - ${name}`);
  return [...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
}

const isMeasured = (name: string): name is Measured => Object.hasOwn(MEASURED, name);

/**
 * Demands that cases met as much of the machine as this.
 *
 * @throws {RangeError} where a share is none, or of nothing that is measured
 * @throws {Error} where too little was met, listing what is missing; also where nothing was tried at all
 */
export function requireCoverage(coverage: Coverage, required: Required): void {
  const shortfalls: string[] = [];
  for (const [name, least] of Object.entries(required)) {
    if (!isMeasured(name) || !(least >= 0 && least <= 1))
      throw new RangeError(`no share from 0 to 1: ${name} ${least}`);
    const share = shareOf(coverage[name]);
    if (share >= least) continue;
    const wanted = `${MEASURED[name]}: ${percent(share)} met, ${percent(least)} required; never met:`;
    shortfalls.push(`${wanted}\n${listOf(missingFrom(coverage[name]))}`);
  }
  if (coverage.cases === 0) throw new Error('Nothing was covered: no case was tried.');
  if (shortfalls.length > 0) {
    throw new Error(`Too little was covered by ${coverage.cases} cases.\n\n${shortfalls.join('\n\n')}`);
  }
}
