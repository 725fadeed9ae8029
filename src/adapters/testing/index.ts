/**
 * The test kit: generated histories that follow the procedure, the laws of whatever behaves like a register, the
 * conformance kit of stores, and what a run covered. It knows no test runner; `emargement/testing/vitest` binds one.
 *
 * @module
 */
export * from './arbitraries/index.ts';
export * from './coverage/index.ts';
export * from './histories/index.ts';
export * from './laws/index.ts';
export * from './report/index.ts';
export { assertHeld, check, checkAll } from './run/check.ts';
export { type Replay, replayOf, tokenOf } from './run/token.ts';
export type { Budget, Failed, Held, Trial, Verdict } from './run/trial.ts';
export * from './store/index.ts';
