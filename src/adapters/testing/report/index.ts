/**
 * What people are told of a case that does not hold, and the test that keeps it.
 *
 * @module
 */
export { historyText } from './historyText.ts';
export { type HistoryTrialOptions, historyTrial } from './historyTrial.ts';
export { type RegressionImports, regressionTest } from './regressionTest.ts';
