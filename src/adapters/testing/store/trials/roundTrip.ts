import fc from 'fast-check';
import { jsonData, numbered } from '../events.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';

/** Whatever stands between the store and its bytes may neither fold, nor round, nor cut. */
export const roundTrip = storeTrial(
  'data that is JSON comes back equal, to the last letter and digit',
  [],
  ({ play }) =>
    played({
      cases: jsonData,
      holds: (data) =>
        play(async ({ store }) => {
          await store.append('session-1', 'none', [numbered(1, data)]);
          const [event] = await store.readStream('session-1');
          assertSame(event?.data, data, 'The data');
        }),
      tell: (data) => `An event with the data ${fc.stringify(data)}`,
      runs: 150,
    }),
);
