/** What mutated code reads and writes, by the names that Stryker has for it. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

/** Shared with the mutated code of this process. */
export const instrumented: Instrumented = {};
Object.assign(globalThis, { __stryker__: instrumented });
