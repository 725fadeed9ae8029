import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { findingsOf } from '../../src/projections/findings/findings.ts';
import { median, type Verdict } from './ratio.ts';
import { readHistories, textsOfSessions } from './sessions.ts';

const SESSIONS = 50;
const ROUNDS = 200;
/** Rounds before the engine has compiled what it runs. */
const WARM_UP = 100;

type Histories = readonly (readonly SessionEvent[])[];

/** Milliseconds that something takes for all these histories. */
function timed(histories: Histories, work: (history: readonly SessionEvent[]) => unknown): number {
  const start = performance.now();
  for (const history of histories) work(history);
  return performance.now() - start;
}

/** What it costs to ask all rules of findings of a session, against a checked replay of it; each has its own copies. */
export function findingsVerdict(): Verdict {
  const texts = textsOfSessions(SESSIONS);
  const [replayed, judged] = [readHistories(texts), readHistories(texts)];
  const ratios: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const alone = timed(replayed, checkedReplay);
    ratios.push(timed(judged, (events) => findingsOf({ events, unreadable: [] })) / alone);
  }
  const what = 'all findings of a session, against its checked replay';
  return { what, ratio: median(ratios.slice(WARM_UP)), limit: { kind: 'at-most', value: 10 } };
}
