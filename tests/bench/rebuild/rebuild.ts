import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, type Verdict } from '../ratio.ts';

const { EMARGEMENT_REBUILT } = process.env;

/** Events whose sheets are made anew; `EMARGEMENT_REBUILT`. */
const EVENTS = Number(EMARGEMENT_REBUILT ?? 200_000);
const ROUNDS = 3;

interface Measured {
  readonly ms: number;
  readonly megabytes: number;
}

/** A heap in which a rebuild has to do: left to itself, the engine takes what a large machine has before it tidies up. */
const HEAP = ['--max-old-space-size=64', '--max-semi-space-size=8'];

function job(name: 'fill' | 'bare' | 'rebuild', path: string, events: number): Measured {
  const args = [...HEAP, join(import.meta.dirname, 'worker.ts'), name, path, String(events)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** What the rebuild of a record of so many events costs, against reading it and doing nothing. */
function rebuilt(folder: string, events: number) {
  const path = join(folder, `${events}.db`);
  job('fill', path, events);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const bare = job('bare', path, events);
    return { bare, rebuild: job('rebuild', path, events) };
  });
  return {
    ratio: median(rounds.map(({ bare, rebuild }) => bare.ms / rebuild.ms)),
    perEvent: median(rounds.map(({ rebuild }) => rebuild.ms / events)),
    megabytes: Math.max(...rounds.map(({ rebuild }) => rebuild.megabytes)),
  };
}

/** What making the attendance sheets of a whole record anew costs, on SQLite. */
export function rebuildVerdicts(): readonly Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'emargement-bench-'));
  try {
    const few = rebuilt(folder, EVENTS / 4);
    const many = rebuilt(folder, EVENTS);
    return [
      {
        what: `rebuilding the sheets of ${EVENTS} events against SELECT and JSON.parse, on SQLite`,
        ratio: many.ratio,
        limit: { kind: 'at-least', value: 0.5 },
      },
      {
        what: 'memory of that rebuild, in a heap of 64 MB, in megabytes',
        ratio: many.megabytes,
        limit: { kind: 'at-most', value: 256 },
      },
      {
        what: 'an event of it against one of a quarter as many events',
        ratio: many.perEvent / few.perEvent,
        limit: { kind: 'at-most', value: 1.3 },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
