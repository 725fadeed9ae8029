import { answerOf, answerOfTheLog, claimed } from './answers.ts';
import type { Call } from './calls.ts';
import type { Capabilities } from './capabilities.ts';
import { numberedFrom } from './events.ts';
import { ReferenceLog } from './reference.ts';
import { assertSame } from './same.ts';
import type { Bench } from './stage.ts';
import { tellCall } from './tell.ts';

/** Appends so many events, one at a time, so that no store is judged here by what it does with several. */
export const filled = (stream: string, count: number): readonly Call[] =>
  numberedFrom(0, count).map((event, index) => ({ call: 'append', stream, expected: index, events: [event] }));

/** What reads all that a store has, in the way that it offers. */
export function readings(calls: readonly Call[], { globalOrder }: Capabilities): readonly Call[] {
  const streams = new Set(calls.flatMap((one) => (one.call === 'readAll' ? [] : [one.stream])));
  const each = [...streams].map((stream): Call => ({ call: 'readStream', stream, range: {} }));
  return globalOrder ? [...each, { call: 'readAll', after: 0, limit: 1_000 }] : each;
}

/**
 * Plays calls one after the other, and then reads everything.
 *
 * @throws {Error} where an answer is not the log's
 */
export async function playLikeTheLog(
  calls: readonly Call[],
  capabilities: Capabilities,
  storeOf: (index: number) => Bench['store'],
): Promise<void> {
  const log = new ReferenceLog();
  for (const [index, call] of [...calls, ...readings(calls, capabilities)].entries()) {
    const answer = claimed(await answerOf(storeOf(index), call), capabilities);
    assertSame(answer, claimed(answerOfTheLog(log, call), capabilities), `The answer to: ${tellCall(call)}`);
  }
}
