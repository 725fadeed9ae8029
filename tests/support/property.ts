import fc, { type IAsyncProperty, type IProperty } from 'fast-check';

const FIXED_SEED = 20_240_917;

const { EMARGEMENT_SEED, EMARGEMENT_RUNS } = process.env;

/** The seed of every property of this run: `EMARGEMENT_SEED` where it is set, else always the same. */
export const seed = integerOf(EMARGEMENT_SEED) ?? FIXED_SEED;

/** Most cases of a property, where a whole suite has to be quick: `EMARGEMENT_RUNS`. */
const most = integerOf(EMARGEMENT_RUNS);

/** Whether properties are tried on all their cases, so that what takes many of them to be seen can be asked for. */
export const isWhole = most === null;

/** How many cases a property is tried on. */
export interface Trials {
  readonly runs: number;
}

/**
 * Tries a property. A failure names the smallest case found, its seed and its path; set `EMARGEMENT_SEED` to that
 * seed to see it again, or to another to look elsewhere.
 */
export function holds<Case>(property: IProperty<Case>, trials: Trials): void;
export function holds<Case>(property: IAsyncProperty<Case>, trials: Trials): Promise<void>;
export function holds<Case>(property: IProperty<Case> | IAsyncProperty<Case>, { runs }: Trials): void | Promise<void> {
  // Where a suite has to be quick, that it fails is enough: making the case small takes longer than finding it.
  return fc.assert(property, { seed, numRuns: Math.min(runs, most ?? runs), endOnFailure: !isWhole });
}

function integerOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`neither a seed nor a number of runs: ${text}`);
  return value;
}
