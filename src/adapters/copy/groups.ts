import { APPEND_EVENTS } from '../../domain/store/json.ts';
import type { Written } from './pages.ts';

/** Most bytes of one append, half of what a server takes by default; an event that is larger goes alone. */
export const APPEND_BYTES = 524_288;

/** Events of one stream that follow each other in the global order, and can be one append. */
export type Group = readonly [Written, ...Written[]];

/** Takes events together as far as one append may. What comes out, put one after the other, is what went in. */
export async function* groupsOf(events: AsyncIterable<Written>): AsyncGenerator<Group, void, undefined> {
  let group: [Written, ...Written[]] | null = null;
  let bytes = 0;
  for await (const written of events) {
    const more = Buffer.byteLength(written.text);
    const fits =
      group !== null &&
      group[0].event.stream === written.event.stream &&
      group.length < APPEND_EVENTS &&
      bytes + more <= APPEND_BYTES;
    if (group !== null && fits) group.push(written);
    else {
      if (group !== null) yield group;
      group = [written];
      bytes = 0;
    }
    bytes += more;
  }
  if (group !== null) yield group;
}
