import type * as fc from 'fast-check';
import type { Trial } from '../run/trial.ts';
import type { Capability } from './capabilities.ts';
import type { Stage } from './stage.ts';

/** Something that every store must do, or every store that has certain capabilities. */
export interface StoreTrial {
  /** What must hold, as a sentence. */
  readonly name: string;
  /** A store that lacks one of these is not tried. */
  readonly needs: readonly Capability[];
  /** The trial of one store. */
  on(stage: Stage): Trial;
}

/** A trial that has no name yet. */
export interface Played<Case> {
  readonly cases: fc.Arbitrary<Case>;
  holds(one: Case): Promise<void>;
  tell(one: Case): string;
  readonly runs: number;
}

/** Lets the cases say what kind of case the rest is about. */
export const played = <Case>(one: Played<Case>): Played<Case> => one;

/** Describes what stores must do. */
export const storeTrial = (
  name: string,
  needs: readonly Capability[],
  on: (stage: Stage) => Played<unknown>,
): StoreTrial => ({ name, needs, on: (stage) => ({ name, ...on(stage) }) });
