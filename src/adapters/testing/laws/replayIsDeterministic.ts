import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { frozen } from './frozen.ts';
import { law } from './law.ts';
import { assertSame } from './same.ts';
import { look, opening, SESSION, tell } from './telling.ts';

const DAY = 86_400_000;

/** How many steps lie between two looks at the session. */
const STEPS = 9;

/** The same value with its fields written the other way round, as another file may hold them. */
function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, part]) => [name, rewritten(part)]),
  );
}

/** A history is all that a state rests on. */
export const replayIsDeterministic = law(
  'Replay gives the same whenever it is done, and what the front door shows',
  { runs: 100, mistakes: 5, choices: 50 },
  (subject, { steps }) =>
    opening(subject, async (opened) => {
      for (const [index, step] of steps.entries()) {
        await tell(opened, step, index);
        if (index % STEPS !== 0) continue;
        const { session, history } = await look(opened);
        assertSame('The session that is shown', session, subject.replay(history));
      }
      const history = frozen(await opened.front.history(SESSION));
      const replayed = structuredClone(subject.replay(history));
      assertSame('The session that is shown at the end', await opened.front.session(SESSION), replayed);
      opened.clock.set(opened.clock.now() + DAY);
      assertSame('The session replayed a day later', subject.replay(history), replayed);
      const other = history.map((event) => rewritten(event) as SessionEvent);
      assertSame('The session replayed from events whose fields are in another order', subject.replay(other), replayed);
    }),
);
