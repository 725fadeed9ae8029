import type { NewEvent, StoredEvent } from '../../../src/domain/store/envelope.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';

/** An event as a comment on a candidate: all that it says is personal then. */
const disguise = (event: NewEvent): NewEvent => ({
  ...event,
  type: 'CommentAdded',
  data: { candidate: 3, text: { type: event.type, data: event.data } },
});

function revealed(event: StoredEvent): StoredEvent {
  const { text } = event.data as { readonly text: { readonly type: string; readonly data: unknown } };
  return { ...event, type: text.type, data: text.data, previousHash: null };
}

/**
 * A store for which everything that it is given is personal, so that whatever is tried on it is tried on boxes. It hands
 * out no texts and no seals: they are those of the disguise.
 */
export function disguised({ readTexts: _, ...store }: EventStore): EventStore {
  return {
    ...store,
    async append(stream, expected, events) {
      const answer = await store.append(stream, expected, events.map(disguise));
      return answer.kind === 'conflict' ? answer : { ...answer, events: answer.events.map(revealed) };
    },
    readStream: async (stream, range) => (await store.readStream(stream, range)).map(revealed),
    readAll: async (range) => (await store.readAll(range)).map((one) => ({ ...one, event: revealed(one.event) })),
  };
}
