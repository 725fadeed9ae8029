import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import { use } from 'chai';
import { afterEachHere, beforeEachHere, collect, type Step, whenFinished, within } from './collected.ts';
import { snapshots } from './snapshot.ts';

// What tests import from vitest, for those that run in one process: tests are collected, and wait to be asked for. What
// is not here (polling, mocks) makes a test fail without a mutant, by which it is known and left to vitest.

const chai = use(JestExtend);
use(JestChaiExpect);
use(JestAsymmetricMatchers);
use(snapshots);

export const { expect } = chai;

type Body = (...values: unknown[]) => unknown;

/** What is registered with a title, its options if it has any, and a body. */
const registering = (register: (title: string, body: Step) => void) => {
  const one = (title: string, ...rest: readonly unknown[]): void => {
    const body = rest.find((value) => typeof value === 'function') as Body;
    register(title, () => body());
  };
  const each =
    (cases: readonly unknown[]) =>
    (title: string, ...rest: readonly unknown[]): void => {
      const body = rest.find((value) => typeof value === 'function') as Body;
      for (const values of cases) register(title, () => (Array.isArray(values) ? body(...values) : body(values)));
    };
  const skip = (): void => {};
  const chosen = (isChosen: boolean) =>
    isChosen ? Object.assign(one, { each }) : Object.assign(skip, { each: () => skip });
  return Object.assign(one, {
    each,
    for: each,
    skip,
    skipIf: (condition: unknown) => chosen(!condition),
    runIf: (condition: unknown) => chosen(Boolean(condition)),
  });
};

export const test = registering(collect);
export const describe = registering(within);

export const beforeEach = beforeEachHere;
export const afterEach = afterEachHere;
export const onTestFinished = whenFinished;

/** The process goes on for all tests: nothing of a file is ever over. */
export const afterAll = (): void => {};
export const beforeAll = (step: Step): void => {
  let done: Promise<unknown> | undefined;
  beforeEachHere(() => {
    done ??= Promise.resolve(step());
    return done;
  });
};

export const vi = undefined;
