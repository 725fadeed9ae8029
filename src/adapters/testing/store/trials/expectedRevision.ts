import fc from 'fast-check';
import { believed, type Call } from '../calls.ts';
import { numbered } from '../events.ts';
import { filled, playLikeTheLog } from '../likeTheLog.ts';
import { played, storeTrial } from '../storeTrial.ts';
import { tellCalls } from '../tell.ts';

const STREAM = 'session-1';

/** Every kind of expectation, on streams that are there and that are not. */
export const expectedRevision = storeTrial(
  'an append is stored only where the stream is as the writer believes it to be',
  [],
  ({ capabilities, play }) =>
    played({
      cases: fc
        .record({ present: fc.nat(3), expected: believed(capabilities) })
        .map(({ present, expected }): Call[] => [
          ...filled(STREAM, present),
          { call: 'append', stream: STREAM, expected, events: [numbered(100)] },
        ]),
      holds: (calls) => play(({ store }) => playLikeTheLog(calls, capabilities, () => store)),
      tell: tellCalls,
      runs: 40,
    }),
);

/** Also where the expectation is wrong, and where the stream does not exist. */
export const emptyAppend = storeTrial(
  'an append of no events stores nothing, and still answers a conflict',
  ['emptyAppend'],
  ({ capabilities, play }) =>
    played({
      cases: fc
        .record({ present: fc.nat(2), expected: believed(capabilities) })
        .map(({ present, expected }): Call[] => [
          ...filled(STREAM, present),
          { call: 'append', stream: STREAM, expected, events: [] },
        ]),
      holds: (calls) => play(({ store }) => playLikeTheLog(calls, capabilities, () => store)),
      tell: tellCalls,
      runs: 30,
    }),
);
