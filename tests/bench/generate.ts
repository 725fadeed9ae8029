import fc from 'fast-check';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { replay } from '../../src/domain/machine/replay.ts';
import { median, type Verdict } from './ratio.ts';

const RUNS = 3000;
/** Runs before the engine has compiled what they go through. */
const WARM_UP = 1000;
const SEED = 7;

/** Milliseconds that something takes. */
function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** What a run of a property costs, in milliseconds. */
interface Run {
  /** To choose, word, read, judge and fold each command of a session. */
  readonly generated: number;
  /** To fold the session's events, which lie in memory. */
  readonly folded: number;
  /** To read the session's events from their stored text and to fold them. */
  readonly readAndFolded: number;
}

/** Sessions as a property meets them: each is generated, then its history is folded once. */
function runs(): readonly Run[] {
  const all: Run[] = [];
  let began = performance.now();
  fc.assert(
    fc.property(histories(), ({ events }) => {
      const generated = performance.now() - began;
      const texts = events.map((event) => JSON.stringify(event));
      const read = () => texts.map((text) => JSON.parse(text) as SessionEvent);
      const copy = read();
      const folded = timed(() => replay(copy));
      all.push({ generated, folded, readAndFolded: timed(() => replay(read())) });
      began = performance.now();
    }),
    { numRuns: RUNS, seed: SEED },
  );
  return all.slice(WARM_UP);
}

/**
 * What the generated session of a property costs, against reading and folding its record, as any host does. The fold
 * alone is too small a measure: to read one command with its schema takes as long as to fold some twenty events.
 */
export function generationTable(): { readonly line: string; readonly verdict: Verdict } {
  const measured = runs().filter(({ folded }) => folded > 0);
  const what = 'to generate, decide and fold a session, against';
  const alone = median(measured.map(({ generated, folded }) => generated / folded));
  return {
    line: `${what} the fold alone: ${alone.toFixed(0)} times`,
    verdict: {
      what: `${what} reading and folding it`,
      ratio: median(measured.map(({ generated, readAndFolded }) => generated / readAndFolded)),
      limit: { kind: 'at-most', value: 20 },
    },
  };
}
