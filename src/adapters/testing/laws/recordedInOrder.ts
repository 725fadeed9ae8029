import { law } from './law.ts';
import { assertThat } from './same.ts';
import { opening, SESSION, tell } from './telling.ts';

const MINUTE = 60_000;

/** By how many minutes the clock is wrong at each step, in turn. */
const BACK = [0, 0, 7, 0, 90, 1, 0, 1440] as const;

/** A clock may be set back; the record is not. */
export const recordedInOrder = law(
  'Nothing is recorded before what was recorded earlier, though the clock is set back',
  { runs: 40, mistakes: 5, choices: 40 },
  (subject, { steps }) =>
    opening(subject, async (opened) => {
      const { front, clock } = opened;
      // Whoever opens the record anew knows of no time but what stands in it.
      const other = (await front.again?.()) ?? front;
      for (const [index, step] of steps.entries()) {
        const now = step.now - (BACK[index % BACK.length] ?? 0) * MINUTE;
        await tell({ front: index % 5 === 4 ? other : front, clock }, { ...step, now }, index);
      }
      let last = Number.NEGATIVE_INFINITY;
      for (const { recordedAt, revision } of await front.history(SESSION)) {
        assertThat(recordedAt >= last, `Event ${revision} is recorded ${last - recordedAt} ms before the one before`);
        last = recordedAt;
      }
      if (other !== front) await other.close();
    }),
);
