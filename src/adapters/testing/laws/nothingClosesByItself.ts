import { law } from './law.ts';
import { assertSame } from './same.ts';
import { look, opening, tell } from './telling.ts';

const DAYS = 3 * 86_400_000;

/** How many steps lie between two waits of some days. */
const STEPS = 8;

/** « La clotûre du test ne se fait pas automatiquement. » */
export const nothingClosesByItself = law(
  'Nothing closes by itself: days may pass, and the session is what it was',
  { runs: 40, mistakes: 0, choices: 25 },
  (subject, { steps }) =>
    opening(subject, async (opened) => {
      for (const [index, step] of steps.entries()) {
        await tell(opened, step, index);
        if (index % STEPS !== 0 && index + 1 < steps.length) continue;
        const before = await look(opened);
        opened.clock.set(step.now + DAYS);
        // What the clock may have set off has had its time by the second look.
        await look(opened);
        assertSame('The session some days later', await look(opened), before);
      }
    }),
);
