import fc from 'fast-check';
import { type Call, callsOf } from '../calls.ts';
import { playLikeTheLog } from '../likeTheLog.ts';
import { ReferenceLog } from '../reference.ts';
import { played, storeTrial } from '../storeTrial.ts';
import { tellCall } from '../tell.ts';

/** The same calls by writers none of whom is ahead of the stream: what becomes of those shows on one instance. */
function neverAhead(calls: readonly Call[]): readonly Call[] {
  const log = new ReferenceLog();
  return calls.map((call) => {
    if (call.call !== 'append') return call;
    const actual = log.readStream(call.stream).length;
    const expected = typeof call.expected === 'number' ? Math.min(call.expected, actual) : call.expected;
    log.append(call.stream, expected, call.events);
    return { ...call, expected };
  });
}

/** Nothing that an instance remembers may be taken for what is in the record. */
export const instances = storeTrial(
  'two instances on one record answer as one',
  ['secondInstance'],
  ({ capabilities, play }) =>
    played({
      cases: callsOf(capabilities)
        .map(neverAhead)
        .chain((calls) =>
          fc.record({
            calls: fc.constant(calls),
            onSecond: fc.array(fc.boolean(), { minLength: calls.length, maxLength: calls.length }),
          }),
        ),
      holds: ({ calls, onSecond }) =>
        play(async ({ store, again }) => {
          const second = await again();
          await playLikeTheLog(calls, capabilities, (index) => (onSecond[index] === true ? second : store));
        }),
      tell: ({ calls, onSecond }) =>
        calls.map((call, index) => `${onSecond[index] === true ? 'second' : 'first '}: ${tellCall(call)}`).join('\n'),
      runs: 30,
    }),
);
