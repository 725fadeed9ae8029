import fc from 'fast-check';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { verifyStore } from '../../src/adapters/sealed/verifyStore.ts';
import { jsonData, numbered } from '../../src/adapters/testing/store/events.ts';
import { textOfStored } from '../../src/domain/store/json.ts';
import type { EventStore } from '../../src/domain/store/port.ts';

/** What is appended one after the other: to which stream, and the data of the events. */
export type Appends = readonly (readonly [stream: string, data: readonly unknown[]])[];

/** Records of a few streams that are written in turns. */
export const records: fc.Arbitrary<Appends> = fc.array(
  fc.tuple(fc.constantFrom('session-a', 'session-b', 'access-code-B"é'), fc.array(jsonData, { maxLength: 4 })),
  { maxLength: 12 },
);

/** Writes a record, sealed, or as it is given. */
export async function write(store: EventStore, appends: Appends, isSealed = true, from = 0): Promise<void> {
  const writer = isSealed ? sealed(store) : store;
  let n = from;
  for (const [stream, data] of appends) {
    const revision = (await writer.readStream(stream)).length;
    await writer.append(
      stream,
      revision,
      data.map((one) => numbered(n++, one)),
    );
  }
}

/** All texts of a store, as it stores them. */
export async function textsOf(store: EventStore): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let page = await store.readAll({ limit: 10_000 }); page.length > 0; ) {
    texts.push(...page.map(({ event }) => textOfStored(event)));
    page = await store.readAll({ limit: 10_000, after: page.at(-1)?.position ?? '' });
  }
  const raw = await store.readTexts?.({ limit: 10_000 });
  if (raw !== undefined && raw.length < 10_000 && raw.some(({ text }, place) => text !== texts[place])) {
    throw new Error('a store that stores other texts than it reads');
  }
  return texts;
}

/** The seals of a copy, verified. */
export const verifySeals = (store: EventStore) => verifyStore(store);
