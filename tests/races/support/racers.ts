import { join } from 'node:path';
import { expect } from 'vitest';
import { type Child, start } from '../../stores/support/child.ts';
import type { Outcome, Round } from './round.ts';

/** How a process says that the session stands, once everybody has sent everything. */
export interface Seen {
  readonly sheet: unknown;
  readonly session: unknown;
}

/** What became of a race: of each process its outcomes, and what it sees then. */
export interface Raced {
  readonly outcomes: readonly (readonly Outcome[])[];
  readonly seen: readonly Seen[];
}

/** Processes that race, as often as they are asked. */
export interface Racers {
  /** Lets all of them begin at once, each with its sendings. */
  readonly race: (ground: Round['ground'], sendings: readonly Round['sendings'][]) => Promise<Raced>;
  /** Lets them end. */
  readonly end: () => Promise<void>;
}

/** Starts so many processes, each of which opens a register of its own for every race. */
export function racers(count: number): Racers {
  const script = join(import.meta.dirname, '../workers/racer.ts');
  const children = Array.from({ length: count }, () => start(script));
  return {
    async race(ground, sendings) {
      for (const [n, child] of children.entries()) {
        child.say(JSON.stringify({ ground, sendings: sendings[n] ?? [] } satisfies Round));
      }
      for (const child of children) expect(await child.line()).toBe('ready');
      for (const child of children) child.say('go');
      const outcomes = await Promise.all(children.map(outcomesOf));
      for (const child of children) child.say('show');
      return { outcomes, seen: await Promise.all(children.map(seenBy)) };
    },
    async end() {
      for (const child of children) child.say('end');
      expect(await Promise.all(children.map(({ ended }) => ended))).toEqual(children.map(() => 0));
    },
  };
}

async function outcomesOf(child: Child): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let line = await said(child); line !== 'done'; line = await said(child)) outcomes.push(JSON.parse(line));
  return outcomes;
}

const seenBy = async (child: Child): Promise<Seen> => ({
  sheet: JSON.parse(await said(child)),
  session: JSON.parse(await said(child)),
});

async function said(child: Child): Promise<string> {
  const line = await child.line();
  if (line === null) throw new Error('a process ended in the middle of a race');
  return line;
}
