import { numbered } from '../../../src/adapters/testing/store/events.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import type { NewEvent } from '../../../src/domain/store/envelope.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';

/** A comment on a session. */
export const commented = (n: number, text = `comment ${n}`): NewEvent => ({
  ...numbered(n, { text }),
  type: 'SessionCommentAdded',
});

/** Appends so many comments, one after the other to each of some streams in turns. */
export async function writeComments(store: EventStore, count: number, streams = 3, first = 0): Promise<void> {
  for (let n = first; n < first + count; n++) await store.append(`session-${n % streams}`, 'any', [commented(n)]);
}

/** Records of sessions, each under a name of its own, with ids of their own. */
export const renamed = (sessions: readonly (readonly SessionEvent[])[]): readonly (readonly SessionEvent[])[] =>
  sessions.map((events, n) =>
    events.map((event) => ({
      ...event,
      stream: `session-${n + 1}`,
      id: `${(n + 1).toString(16).padStart(8, '0')}${event.id.slice(8)}`,
    })),
  );

/**
 * Appends sessions whose events come in turns.
 *
 * @param turns whose event comes next, as often as there are any; what is left comes session by session
 */
export async function writeInTurns(
  store: EventStore,
  sessions: readonly (readonly SessionEvent[])[],
  turns: readonly number[],
): Promise<void> {
  const left = sessions.map((events) => [...events]);
  const next = async (own: SessionEvent[] | undefined) => {
    const event = own?.shift();
    if (event !== undefined) await store.append(event.stream, event.revision - 1, [event]);
  };
  for (const turn of turns) await next(left[turn % left.length]);
  for (const own of left) while (own.length > 0) await next(own);
}
