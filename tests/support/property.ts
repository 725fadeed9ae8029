import fc, { type IAsyncProperty, type IProperty } from 'fast-check';

const FIXED_SEED = 20_240_917;

const { EMARGEMENT_SEED } = process.env;

/** The seed of every property of this run: `EMARGEMENT_SEED` where it is set, else always the same. */
export const seed = seedOf(EMARGEMENT_SEED);

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
  return fc.assert(property, { seed, numRuns: runs });
}

function seedOf(text: string | undefined): number {
  if (text === undefined || text === '') return FIXED_SEED;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`EMARGEMENT_SEED is not an integer: ${text}`);
  return value;
}
