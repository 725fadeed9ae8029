import type * as fc from 'fast-check';

/** Something that must hold for every case: a law, a property of a store. */
export interface Trial<Case = unknown> {
  /** What must hold, as a sentence. */
  readonly name: string;
  readonly cases: fc.Arbitrary<Case>;
  /** Throws where it does not hold. Opens whatever it needs anew for each case. */
  holds(one: Case): Promise<void> | void;
  /** The case as people read it: given, when, then. */
  tell(one: Case): string;
  /** How many cases are tried, unless the budget says otherwise. */
  readonly runs: number;
}

/** How long and how hard to try. */
export interface Budget {
  /** Cases of each trial; what the trial itself says unless it is given. */
  readonly runs?: number;
  /** Milliseconds of each trial; no limit unless it is given. */
  readonly milliseconds?: number;
  /** An integer; the same one unless it is given, so that a run can be repeated. */
  readonly seed?: number;
  /** Tries one case only: the one of which an earlier run printed this token. */
  readonly token?: string;
}

/** The trial held for every case that was tried. */
export interface Held {
  readonly kind: 'held';
  readonly name: string;
  /** How many cases were tried; never 0. */
  readonly runs: number;
  /** Why no more were tried. */
  readonly stoppedBy: 'runs' | 'time';
  readonly seed: number;
}

/** A case was found for which the trial does not hold; it is as small as it could be made. */
export interface Failed {
  readonly kind: 'failed';
  readonly name: string;
  /** How many cases held before. */
  readonly runs: number;
  /** Tries this case again; `null` where nothing was tried at all. */
  readonly token: string | null;
  /** The smallest case itself; `undefined` where nothing was tried at all. */
  readonly counterexample: unknown;
  /** The case, what went wrong, and the token, as people read it. */
  readonly text: string;
  readonly error: unknown;
}

/** What became of a trial. */
export type Verdict = Held | Failed;
