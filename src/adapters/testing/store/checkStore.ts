import { check } from '../run/check.ts';
import type { Budget, Trial, Verdict } from '../run/trial.ts';
import { type Capabilities, type Capability, capabilityNames } from './capabilities.ts';
import { stageFor } from './stage.ts';
import type { StoreTrial } from './storeTrial.ts';
import type { StoreSubject } from './subject.ts';
import { STORE_TRIALS } from './trials/index.ts';

/** A trial for which a store lacks something. */
export interface NotTried {
  readonly name: string;
  /** What it says that it does not offer. */
  readonly lacks: readonly Capability[];
}

/** What became of a store. */
export interface StoreReport {
  readonly subject: string;
  readonly capabilities: Capabilities;
  readonly verdicts: readonly Verdict[];
  readonly notTried: readonly NotTried[];
  /** The trials that made use of each capability, by their names. */
  readonly exercised: ReadonlyMap<Capability, readonly string[]>;
  /** What is said to be offered, and was never made use of. */
  readonly unexercised: readonly Capability[];
  /** Whether all trials held, and everything that is said to be offered was exercised. */
  readonly passed: boolean;
}

const lacking = ({ needs }: StoreTrial, capabilities: Capabilities): readonly Capability[] =>
  needs.filter((need) => !capabilities[need]);

/**
 * Tries a store on everything that the port guarantees, and on whatever it says that it offers besides. Each trial
 * has the whole budget.
 */
export async function checkStore(subject: StoreSubject, budget: Omit<Budget, 'token'> = {}): Promise<StoreReport> {
  const { name, capabilities } = subject;
  const verdicts: Verdict[] = [];
  const notTried: NotTried[] = [];
  const exercised = new Map<Capability, string[]>(capabilityNames.map((capability) => [capability, []]));
  for (const trial of STORE_TRIALS) {
    const lacks = lacking(trial, capabilities);
    if (lacks.length > 0) {
      notTried.push({ name: trial.name, lacks });
      continue;
    }
    const marks = new Set<Capability>();
    verdicts.push(await check(trial.on(stageFor(subject, marks)), budget));
    for (const mark of marks) exercised.get(mark)?.push(trial.name);
  }
  const exercises = (capability: Capability): readonly string[] => exercised.get(capability) ?? [];
  const unexercised = capabilityNames.filter((one) => capabilities[one] && exercises(one).length === 0);
  return {
    subject: name,
    capabilities,
    verdicts,
    notTried,
    exercised,
    unexercised,
    passed: unexercised.length === 0 && verdicts.every(({ kind }) => kind === 'held'),
  };
}

/** The trials of a store, one by one: for a test runner that lists them, and for a token of one of them. */
export const storeTrials = (subject: StoreSubject): readonly Trial[] =>
  STORE_TRIALS.filter((trial) => lacking(trial, subject.capabilities).length === 0).map((trial) =>
    trial.on(stageFor(subject, new Set())),
  );
