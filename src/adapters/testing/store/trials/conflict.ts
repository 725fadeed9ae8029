import fc from 'fast-check';
import { numbered } from '../events.ts';
import { filled, playLikeTheLog } from '../likeTheLog.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';

const STREAM = 'séance · 3';

/** A writer who is told where the stream is can read on from there, and try again. */
export const conflict = storeTrial(
  'a conflict tells the stream, what was expected, and where the stream really is',
  ['tellsActual'],
  ({ capabilities, play }) =>
    played({
      cases: fc.record({ present: fc.nat(4), beside: fc.integer({ min: 1, max: 4 }), behind: fc.boolean() }),
      holds: ({ present, beside, behind }) =>
        play(async ({ store }) => {
          await playLikeTheLog(filled(STREAM, present), capabilities, () => store);
          const expected = behind && present > 0 ? Math.max(0, present - beside) : present + beside;
          const wanted = { kind: 'conflict', stream: STREAM, expected, actual: present };
          assertSame(await store.append(STREAM, expected, [numbered(100)]), wanted, 'The answer');
          if (present === 0) return;
          const none = { ...wanted, expected: 'none' };
          assertSame(await store.append(STREAM, 'none', [numbered(101)]), none, 'The answer to a second beginning');
        }),
      tell: ({ present, beside, behind }) =>
        `A stream at revision ${present}, and a writer who is ${behind ? 'behind' : 'ahead'} by ${beside}`,
      runs: 20,
    }),
);
