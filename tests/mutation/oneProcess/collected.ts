/** Something to be done before or after a test. */
export type Step = () => unknown;

/** A test of a file, as it was written. */
export interface Collected {
  /** The file, `#`, the titles from the outside in as they are written, and which of its cases it is. */
  readonly id: string;
  readonly run: () => Promise<void>;
}

/** Where tests are being collected: a file, or a suite in it. */
interface Suite {
  readonly titles: readonly string[];
  readonly before: Step[];
  readonly after: Step[];
}

const none: Suite = { titles: [], before: [], after: [] };

let file = '';
let suite = none;
let found: Collected[] = [];
let finishing: Step[] = [];
const ids = new Map<string, number>();

const identified = (title: string): string => {
  const id = `${file}#${[...suite.titles, title].join(' > ')}`;
  const times = ids.get(id) ?? 0;
  ids.set(id, times + 1);
  return times === 0 ? id : `${id}#${times}`;
};

/** Notes a test that a file has. */
export function collect(title: string, body: Step): void {
  const { before, after } = suite;
  found.push({
    id: identified(title),
    run: async () => {
      finishing = [];
      try {
        for (const step of before) await step();
        await body();
      } finally {
        for (const step of [...finishing.toReversed(), ...after]) await step();
      }
    },
  });
}

/** Collects what is within a suite. */
export function within(title: string, body: Step): void {
  const outer = suite;
  suite = { titles: [...outer.titles, title], before: [...outer.before], after: [...outer.after] };
  try {
    body();
  } finally {
    suite = outer;
  }
}

/** Has something done before each test of the suite. */
export const beforeEachHere = (step: Step): void => {
  suite.before.push(step);
};

/** Has something done after each test of the suite. */
export const afterEachHere = (step: Step): void => {
  suite.after.unshift(step);
};

/** Has something done as the test that runs comes to its end. */
export const whenFinished = (step: Step): void => {
  finishing.push(step);
};

/** The tests of a file, which is loaded for it. */
export async function collectedFrom(path: string, load: () => Promise<unknown>): Promise<readonly Collected[]> {
  file = path;
  suite = { titles: [], before: [], after: [] };
  found = [];
  await load();
  return found;
}
