import { callsOf } from '../calls.ts';
import { playLikeTheLog } from '../likeTheLog.ts';
import { played, storeTrial } from '../storeTrial.ts';
import { tellCalls } from '../tell.ts';

/** The law of which most others are parts that are easier to read. */
export const anyCalls = storeTrial(
  'any calls are answered as one plain list of events would answer them',
  [],
  ({ capabilities, play }) =>
    played({
      cases: callsOf(capabilities),
      holds: (calls) => play(({ store }) => playLikeTheLog(calls, capabilities, () => store)),
      tell: tellCalls,
      runs: 80,
    }),
);
