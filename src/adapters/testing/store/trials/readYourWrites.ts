import fc from 'fast-check';
import { numberedFrom } from '../events.ts';
import { filled, playLikeTheLog } from '../likeTheLog.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';

const STREAM = 'session-1';

const idsOf = (events: readonly { readonly id: string }[]): readonly string[] => events.map(({ id }) => id);

/** Without waiting for anything in between: acknowledged is stored. */
export const readYourWrites = storeTrial(
  'what was acknowledged is read by the very next read, of the stream and of the whole',
  [],
  ({ capabilities, play }) =>
    played({
      cases: fc.integer({ min: 1, max: 8 }),
      holds: (count) =>
        play(async ({ store }) => {
          for (const [index, event] of numberedFrom(0, count).entries()) {
            const wanted = idsOf(numberedFrom(0, index + 1));
            await store.append(STREAM, index, [event]);
            assertSame(idsOf(await store.readStream(STREAM)), wanted, 'The stream');
            if (!capabilities.globalOrder) continue;
            assertSame(idsOf((await store.readAll()).map((one) => one.event)), wanted, 'The whole record');
          }
        }),
      tell: (count) => `Appends, each followed by a read: ${count}`,
      runs: 8,
    }),
);

/** As a process that starts when another has ended. */
export const readElsewhere = storeTrial(
  'what was acknowledged is read by an instance that is opened afterwards',
  ['secondInstance'],
  ({ capabilities, play }) =>
    played({
      cases: fc.integer({ min: 1, max: 4 }),
      holds: (count) =>
        play(async ({ store, again }) => {
          await playLikeTheLog(filled(STREAM, count), capabilities, () => store);
          const other = await again();
          assertSame(idsOf(await other.readStream(STREAM)), idsOf(numberedFrom(0, count)), 'The stream');
        }),
      tell: (count) => `Appends: ${count}; then a reader opens the record`,
      runs: 4,
    }),
);
