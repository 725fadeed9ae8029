import { project } from '../../../projections/index.ts';
import { law } from './law.ts';
import { assertSame } from './same.ts';
import { cuts, recorded } from './telling.ts';

/** The fold of a and b is the fold of b on the fold of a: so a snapshot, and a view that is kept, can be trusted. */
export const foldsGoOn = law(
  'A replay or a view that stops anywhere and goes on ends where one in one go does',
  { runs: 30, mistakes: 0, choices: 35 },
  async (subject, history) => {
    const events = await recorded(subject, history);
    const session = subject.replay(events);
    for (const cut of cuts(events.length, 4)) {
      const first = events.slice(0, cut);
      const then = events.slice(cut);
      const replayed = structuredClone(subject.replay(first));
      assertSame(`The session replayed from event ${cut} on`, subject.resume(replayed, then), session);
      for (const [name, view] of Object.entries(subject.views)) {
        const seen = structuredClone(project(view, first));
        assertSame(`The view ${name} from event ${cut} on`, project(view, then, seen), project(view, events));
      }
    }
  },
);
