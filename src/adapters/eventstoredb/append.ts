import type { NewEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { placedEvent, readyToStore, storedText } from '../../domain/store/json.ts';
import type { AppendResult, ExpectedRevision } from '../../domain/store/port.ts';
import { believedRevision, streamName } from '../../domain/store/ranges.ts';
import type { Place } from './positions.ts';
import type { Server } from './server.ts';
import type { PlacedEvent } from './stored.ts';
import { lastRevision } from './streams.ts';
import { written } from './written.ts';

/**
 * Appends to a stream. The server is always told the exact revision that is believed, for only then does it know an
 * append again that it carried out before, also after it was started anew: where any revision will do, the last one is
 * read, and read again where another writer was quicker.
 */
export async function appended(
  server: Server,
  { stream, expected, events }: Asked,
  signal: AbortSignal | undefined,
): Promise<Placement> {
  const inPlace = placer(streamName(stream), events);
  const believed = believedRevision(expected);
  const conflict = (actual: number): Placement => ({
    result: { kind: 'conflict', stream, expected, actual },
    last: null,
  });
  const reader = { signal, slots: server.slots };
  const end = performance.now() + server.budgets.totalMs;
  for (;;) {
    const revision = believed === 'any' || events.length === 0 ? await lastRevision(server, stream, reader) : believed;
    if (events.length === 0) {
      if (believed !== 'any' && believed !== revision) return conflict(revision);
      return { result: { kind: 'appended', events: [], revision }, last: null };
    }
    const answer = await written(server, { stream, revision, events: inPlace(revision) }, signal);
    if (answer.kind === 'stored') {
      const { events: standing, last } = answer;
      return { result: { kind: 'appended', events: standing, revision: revision + standing.length }, last };
    }
    if (believed !== 'any') return conflict(answer.actual);
    if (performance.now() > end) {
      throw new StoreError('store-busy', `${server.name}: ${stream}: other writers were quicker each time`);
    }
  }
}

/** What an append came to. */
export interface Placement {
  readonly result: AppendResult;
  /** Where the last of the events stands in the log; `null` where none was stored, or an old server does not say. */
  readonly last: Place | null;
}

/** What is to be appended. */
export interface Asked {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/**
 * Checks the events once, and puts them in their place as often as that changes.
 *
 * @throws StoreError `event-not-json`, `event-id-taken`
 */
function placer(stream: string, events: readonly NewEvent[]): (after: number) => readonly PlacedEvent[] {
  const ready = readyToStore(stream, events);
  const ids = new Set<string>();
  for (const { id } of ready) {
    if (ids.has(id)) throw new StoreError('event-id-taken', `Event ${id} stands twice in one append`);
    ids.add(id);
  }
  return (after) =>
    ready.map((event, index) => {
      const revision = after + 1 + index;
      return { event: placedEvent(event, revision), text: storedText(event, revision) };
    });
}
