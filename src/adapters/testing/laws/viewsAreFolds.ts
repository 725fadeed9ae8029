import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { advance, type Projection, project } from '../../../projections/index.ts';
import { frozen } from './frozen.ts';
import { law } from './law.ts';
import { assertSame } from './same.ts';
import { cuts, recorded } from './telling.ts';

/** How many events come at once. */
const BATCHES = [1, 2, 3, 7, 20] as const;

/** Follows a record event by event; whoever changes what is handed over gets an exception. */
function live(view: Projection<unknown>, events: readonly SessionEvent[]): unknown {
  let shown = frozen(structuredClone(view.initial));
  for (const event of events) shown = frozen(advance(view, shown, event));
  return shown;
}

/** Takes a record in batches, and the last event of each batch once more with the next one. */
function batched(view: Projection<unknown>, events: readonly SessionEvent[], size: number): unknown {
  let shown = view.initial;
  for (let from = 0; from < events.length; from += size) {
    shown = project(view, events.slice(Math.max(0, from - 1), from + size), shown);
  }
  return shown;
}

/** What a view shows follows from the record, and from nothing else. */
export const viewsAreFolds = law(
  'Each view is the same live, rebuilt, in batches of any size, and when events are handed over again',
  { runs: 30, mistakes: 0, choices: 40 },
  async (subject, history) => {
    const events = frozen(await recorded(subject, history));
    for (const [name, view] of Object.entries(subject.views)) {
      // First, since who changes what is handed over is found out by this alone.
      const followed = live(view, events);
      const rebuilt = project(view, events);
      assertSame(`The view ${name}, followed live`, followed, rebuilt);
      for (const cut of cuts(events.length, 3)) {
        const first = events.slice(0, cut);
        assertSame(`The view ${name}, live up to event ${cut}`, live(view, first), project(view, first));
        const again = project(view, events.slice(cut), project(view, events));
        assertSame(`The view ${name} after events from ${cut + 1} on came again`, again, rebuilt);
      }
      for (const size of BATCHES) {
        assertSame(`The view ${name} in batches of ${size}`, batched(view, events, size), rebuilt);
      }
    }
  },
);
