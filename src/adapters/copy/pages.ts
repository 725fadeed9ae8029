import type { StoredEvent } from '../../domain/store/envelope.ts';
import { textOfStored } from '../../domain/store/json.ts';
import type { CallOptions, EventStore, GlobalRange, Position } from '../../domain/store/port.ts';

/** Events that are held at once. */
const PAGE = 1_000;

/** Everything that a store has in the global order, page by page, until there is nothing more. */
async function* paged<T extends { readonly position: Position }>(
  read: (range: GlobalRange) => Promise<readonly T[]>,
): AsyncGenerator<T, void, undefined> {
  let page = await read({ limit: PAGE });
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    yield* page;
    page = await read({ limit: PAGE, after: last.position });
  }
}

/** An event with its stored text. */
export interface Written {
  readonly event: StoredEvent;
  readonly text: string;
}

/** The events of a store. @throws StoreError as the store does, where one is damaged */
export async function* eventsOf(store: EventStore, options: CallOptions): AsyncGenerator<Written, void, undefined> {
  for await (const { event } of paged((range) => store.readAll(range, options))) {
    yield { event, text: textOfStored(event) };
  }
}

/** The texts that a store has, whatever became of them. A store that hands out none is taken by its events. */
export async function* textsOf(store: EventStore, options: CallOptions): AsyncGenerator<string, void, undefined> {
  const { readTexts } = store;
  if (readTexts === undefined) for await (const { text } of eventsOf(store, options)) yield text;
  else for await (const { text } of paged((range) => readTexts.call(store, range, options))) yield text;
}
