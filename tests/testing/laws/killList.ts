import { LAWS, type LawName } from '../../../src/adapters/testing/laws/index.ts';
import { check } from '../../../src/adapters/testing/run/check.ts';
import type { Verdict } from '../../../src/adapters/testing/run/trial.ts';
import { ERASING } from './faults/erasing.ts';
import type { Fault } from './faults/fault.ts';
import { JUDGING } from './faults/judging.ts';
import { RECORDING } from './faults/recording.ts';
import { REPLAYING } from './faults/replaying.ts';
import { TIMING } from './faults/timing.ts';
import { VIEWING } from './faults/viewing.ts';

/** Everything that is wrong on purpose. */
export const FAULTS: readonly Fault[] = [...JUDGING, ...REPLAYING, ...VIEWING, ...RECORDING, ...ERASING, ...TIMING];

/** A fault that was found: by which law, after how many cases, and how to see it again. */
export interface Kill {
  readonly fault: string;
  readonly killedBy: LawName;
  readonly runs: number;
  readonly token: string | null;
}

/** Tries on a fault the law that must find it, as `checkLaws` tries it among the others. */
export const tried = ({ subject, killedBy }: Fault): Promise<Verdict> => check(LAWS[killedBy](subject));

/**
 * What became of a fault, as a row of a table.
 *
 * @throws {Error} where the law let it pass
 */
export function killRow({ subject, killedBy }: Fault, verdict: Verdict): Kill {
  if (verdict.kind === 'held') throw new Error(`${killedBy} lets pass that ${subject.name}`);
  const { runs, token } = verdict;
  return { fault: subject.name, killedBy, runs, token };
}
