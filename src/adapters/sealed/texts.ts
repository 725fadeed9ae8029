import { textOfStored } from '../../domain/store/json.ts';
import type { EventStore, GlobalRange, PositionedText } from '../../domain/store/port.ts';

/** Events that are read at once. */
const PAGE = 1_000;

/** All stored texts in the global order, page by page. A store that hands out no texts is taken by its events. */
export async function* textsOf(store: EventStore): AsyncGenerator<PositionedText, void, undefined> {
  let range: GlobalRange = { limit: PAGE };
  for (;;) {
    const page = await pageOf(store, range);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    range = { limit: PAGE, after: last.position };
  }
}

async function pageOf(store: EventStore, range: GlobalRange): Promise<readonly PositionedText[]> {
  if (store.readTexts !== undefined) return store.readTexts(range);
  return (await store.readAll(range)).map(({ position, event }) => ({ position, text: textOfStored(event) }));
}
