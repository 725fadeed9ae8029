import fc from 'fast-check';
import { type Call, ranges } from '../calls.ts';
import { numbered } from '../events.ts';
import { filled, playLikeTheLog } from '../likeTheLog.ts';
import { played, storeTrial } from '../storeTrial.ts';
import { tellCalls } from '../tell.ts';

/** Both ends are included. What is beyond the end is empty, and says nothing of the stream. */
export const range = storeTrial(
  'a range has exactly the revisions within it, both ends included, up to its limit',
  [],
  ({ capabilities, play }) =>
    played({
      cases: fc.record({ present: fc.nat(6), asked: ranges }).map(({ present, asked }): Call[] => [
        { call: 'append', stream: 'session-0', expected: 'none', events: [numbered(100)] },
        ...filled('session-1', present),
        { call: 'readStream', stream: 'session-1', range: asked },
        { call: 'readStream', stream: 'session-1', range: { ...asked, from: 99 } },
        // A stream of which nothing is in the range is there all the same.
        { call: 'append', stream: 'session-1', expected: 'none', events: [numbered(101)] },
      ]),
      holds: (calls) => play(({ store }) => playLikeTheLog(calls, capabilities, () => store)),
      tell: tellCalls,
      runs: 60,
    }),
);
