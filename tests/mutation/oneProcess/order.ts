import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isProperty } from '../killer.ts';

/** How long properties are asked before the examples are, and whatever takes longer after these; milliseconds. */
const FIRST_MS = 300;
const EXAMPLE_MS = 30;

/** What a test is taken to need before anybody knows. */
const UNKNOWN_MS = 20;

/** Where a process tells those that come after it how long tests take; in the working folder, which is Stryker's. */
const TIMES = 'times.json';

interface Placed {
  readonly id: string;
  readonly ms: number;
  readonly worth: number;
}

/** In which order tests judge a mutant: some properties first, and first of all those that killed its neighbours. */
export class Order {
  readonly #ms = new Map<string, number>();
  readonly #kills = new Map<string, number>();

  /** Tells other processes what this one knows. */
  tell(): void {
    writeFileSync(TIMES, JSON.stringify([...this.#ms]));
  }

  /** Learns what an earlier process told. */
  learn(): void {
    if (!existsSync(TIMES)) return;
    for (const [id, ms] of JSON.parse(readFileSync(TIMES, 'utf8')) as readonly [string, number][]) this.took(id, ms);
  }

  took(id: string, ms: number): void {
    this.#ms.set(id, ms);
  }

  killed(id: string, file: string): void {
    for (const key of [id, `${file} ${id}`]) this.#kills.set(key, (this.#kills.get(key) ?? 0) + 1);
  }

  of(ids: readonly string[], file: string): readonly string[] {
    const placed = ids.map((id) => this.#placed(id, file)).toSorted((a, b) => b.worth - a.worth);
    let spent = 0;
    const isFirst = ({ id, ms }: Placed): boolean => {
      if (!isProperty(id) || spent + ms > FIRST_MS) return false;
      spent += ms;
      return true;
    };
    const stages = Map.groupBy(placed, (test): number => (isFirst(test) ? 0 : test.ms <= EXAMPLE_MS ? 1 : 2));
    return [0, 1, 2].flatMap((stage) => (stages.get(stage) ?? []).map(({ id }) => id));
  }

  /** A test, and the kills that are to be expected for the time that it takes. */
  #placed(id: string, file: string): Placed {
    const ms = this.#ms.get(id) ?? UNKNOWN_MS;
    const kills = 0.5 + (this.#kills.get(id) ?? 0) + 10 * (this.#kills.get(`${file} ${id}`) ?? 0);
    return { id, ms, worth: kills / (1 + ms) };
  }
}
