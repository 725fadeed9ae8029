/**
 * How much of the machine a run met: states, transitions and pairs of them, rules, events and commands, each counted
 * against what the machine has, so that a run of little reach is seen for what it is.
 *
 * @module
 */
export { counting } from './counting.ts';
export { Collector, type Counted, type Coverage, coverageOf } from './coverage.ts';
export { type Measured, type Required, requireCoverage } from './require.ts';
export { missingFrom, shareOf, type Tally } from './tally.ts';
export { coverageText } from './text.ts';
