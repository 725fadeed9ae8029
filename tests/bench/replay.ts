import { deepStrictEqual } from 'node:assert/strict';
import { Bench } from 'tinybench';
import { createActor, initialTransition, transition } from 'xstate';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { checkedReplay, replay } from '../../src/domain/machine/replay.ts';
import { sessionMachine } from '../../src/domain/machine/session.ts';
import type { SessionState } from '../../src/domain/state/session.ts';
import { foldByHand } from './handwritten.ts';
import { median, type Verdict } from './ratio.ts';
import { readHistories, textsOfSessions } from './sessions.ts';

const SESSIONS = 50;
const ROUNDS = 15;
const ROUND_MILLISECONDS = 150;
const WARM_UP_MILLISECONDS = 1500;

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
}

const CONTENDERS: readonly Contender[] = [
  { name: 'fold written by hand', fold: foldByHand, limit: null },
  { name: 'trusted replay', fold: (history) => replay(history).state, limit: 0.8 },
  { name: 'checked replay', fold: (history) => checkedReplay(history).state, limit: 0.6 },
  { name: 'XState, one actor for a history', fold: actorFold, limit: null },
  { name: 'XState, transition()', fold: transitionFold, limit: null },
];

/**
 * Each contender's nanoseconds an event, in turns of so many milliseconds. One task folds every history once, so that
 * none is learned by heart.
 */
function round(time: number, events: number, histories: ReadonlyMap<Contender, readonly (readonly SessionEvent[])[]>) {
  const bench = new Bench({ time, iterations: 1, warmupTime: time / 10, warmupIterations: 1 });
  for (const [{ name, fold }, own] of histories) {
    bench.add(name, () => {
      for (const history of own) fold(history);
    });
  }
  return bench.runSync().map(({ result }) => {
    if (result.state !== 'completed') throw new Error(`a contender did not finish: ${result.state}`);
    return (result.latency.p50 * 1e6) / events;
  });
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

  // Each reads its own histories: an engine that has once looked up a text keeps what it learned of it.
  const histories = new Map(CONTENDERS.map((contender) => [contender, readHistories(texts)]));
  round(WARM_UP_MILLISECONDS, events, histories);
  const rounds = Array.from({ length: ROUNDS }, () => round(ROUND_MILLISECONDS, events, histories));

  const verdicts: Verdict[] = [];
  const rows = CONTENDERS.map(({ name, limit }, index) => {
    const nanoseconds = median(rounds.map((times) => times[index] ?? Number.NaN));
    // Contenders of one round met the same noise, so they are compared within it.
    const ratio = median(rounds.map((times) => (times[0] ?? Number.NaN) / (times[index] ?? Number.NaN)));
    const what = `${name}, against the fold written by hand`;
    if (limit !== null) verdicts.push({ what, ratio, limit: { kind: 'at-least', value: limit } });
    return row(name, nanoseconds.toFixed(1), Math.round(1e9 / nanoseconds).toLocaleString('en'), ratio.toFixed(3));
  });
  const title = `${SESSIONS} sessions, ${events} events, ${ROUNDS} rounds; every contender comes to equal states.`;
  return { lines: [title, row('', 'ns/event', 'events/s', 'ratio'), ...rows], verdicts };
}
