import { deepStrictEqual } from 'node:assert/strict';
import { createActor, initialTransition, transition } from 'xstate';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { checkedReplay, replay } from '../../src/domain/machine/replay.ts';
import { sessionMachine } from '../../src/domain/machine/session.ts';
import type { SessionState } from '../../src/domain/state/session.ts';
import { foldByHand } from './handwritten.ts';
import { median, type Verdict } from './ratio.ts';
import { readHistories, textsOfSessions } from './sessions.ts';

const SESSIONS = 50;
const ROUNDS = 300;
/** Rounds before the engine has compiled what it runs. */
const WARM_UP = 100;
/** The slow contenders run in every so manieth round only. */
const SELDOM = 20;

type Fold = (history: readonly SessionEvent[]) => SessionState;

function actorFold(history: readonly SessionEvent[]): SessionState {
  const actor = createActor(sessionMachine).start();
  for (const event of history) actor.send(event);
  return actor.getSnapshot().context;
}

function transitionFold(history: readonly SessionEvent[]): SessionState {
  let [snapshot] = initialTransition(sessionMachine);
  for (const event of history) [snapshot] = transition(sessionMachine, snapshot, event);
  return snapshot.context;
}

/** A way to get from a history to its state, and how much of the hand fold's speed it must reach. */
interface Contender {
  readonly name: string;
  readonly fold: Fold;
  readonly limit: number | null;
  /** Whether it runs in every round. */
  readonly often: boolean;
}

const CONTENDERS: readonly Contender[] = [
  { name: 'fold written by hand', fold: foldByHand, limit: null, often: true },
  { name: 'trusted replay', fold: (history) => replay(history).state, limit: 0.8, often: true },
  { name: 'checked replay', fold: (history) => checkedReplay(history).state, limit: 0.6, often: true },
  { name: 'XState, one actor for a history', fold: actorFold, limit: null, often: false },
  { name: 'XState, transition()', fold: transitionFold, limit: null, often: false },
];

/** Milliseconds that a contender takes for all its histories. */
function timed({ fold }: Contender, histories: readonly (readonly SessionEvent[])[]): number {
  const start = performance.now();
  for (const history of histories) fold(history);
  return performance.now() - start;
}

/**
 * Lets the contenders fold in turns, each its own copies of the histories: an engine that has once looked up a text
 * keeps what it learned of it. Taking turns, none finds its histories in the processor's nearest cache, as no host does
 * that reads a session from a store; and all meet the same noise.
 *
 * @returns for each contender its milliseconds by round
 */
function rounds(texts: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const own = CONTENDERS.map((contender) => ({ contender, histories: readHistories(texts), times: [] as number[] }));
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const { contender, histories, times } of own) {
      const takesPart = contender.often || round % SELDOM === 0;
      times.push(takesPart ? timed(contender, histories) : Number.NaN);
    }
  }
  return own.map(({ times }) => times.slice(WARM_UP));
}

const row = (...[name, ...figures]: readonly string[]): string =>
  `${name?.padEnd(34)}${figures.map((figure) => figure.padStart(13)).join('')}`;

/** Every contender must come to the same state of every history, and none of them may be in breach of a rule. */
function assertEqualStates(histories: readonly (readonly SessionEvent[])[]): void {
  for (const history of histories) {
    const expected = replay(history).state;
    for (const { fold } of CONTENDERS) deepStrictEqual(fold(history), expected);
    deepStrictEqual(checkedReplay(history).breaches, []);
  }
}

/** What replay costs, as a table, and the figures that have a limit. */
export function replayTable(): { readonly lines: readonly string[]; readonly verdicts: readonly Verdict[] } {
  const texts = textsOfSessions(SESSIONS);
  const events = texts.flat().length;
  assertEqualStates(readHistories(texts));

  const [hand = [], ...others] = rounds(texts);
  const verdicts: Verdict[] = [];
  const rows = [hand, ...others].map((times, index) => {
    const { name = '', limit = null } = CONTENDERS[index] ?? {};
    const run = times.flatMap((time, round) =>
      Number.isNaN(time) ? [] : [{ time, ratio: (hand[round] ?? 0) / time }],
    );
    const nanoseconds = (median(run.map(({ time }) => time)) * 1e6) / events;
    const ratio = median(run.map((one) => one.ratio));
    const what = `${name}, against the fold written by hand`;
    if (limit !== null) verdicts.push({ what, ratio, limit: { kind: 'at-least', value: limit } });
    return row(name, nanoseconds.toFixed(1), Math.round(1e9 / nanoseconds).toLocaleString('en'), ratio.toFixed(3));
  });
  const title = `${SESSIONS} sessions, ${events} events, ${ROUNDS} rounds; every contender comes to equal states.`;
  return { lines: [title, row('', 'ns/event', 'events/s', 'ratio'), ...rows], verdicts };
}
