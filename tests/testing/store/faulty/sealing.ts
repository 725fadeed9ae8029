import { sha256 } from '../../../../src/adapters/crypto/node.ts';
import { sealed } from '../../../../src/adapters/sealed/sealed.ts';
import { sealOf } from '../../../../src/domain/seal/chain.ts';
import type { NewEvent } from '../../../../src/domain/store/envelope.ts';
import { isStoreError } from '../../../../src/domain/store/errors.ts';
import type { EventStore } from '../../../../src/domain/store/port.ts';
import { type Fault, fault } from './fault.ts';

/** Seals every event that is appended at a known revision with what is made up for it. */
const sealing = (store: EventStore, sealOfNext: (event: NewEvent, index: number) => string | null): EventStore => ({
  ...store,
  append: (stream, expected, events) =>
    store.append(
      stream,
      expected,
      events.map((event, index) => ({ ...event, previousHash: sealOfNext(event, index) })),
    ),
});

/** What is wrong with the seals, or with the texts that they are verified against. */
export const SEALING: readonly Fault[] = [
  fault('seals an event with its own digest, which no chain can rest on', (store) =>
    sealing(store, ({ id }) => sealOf(sha256, id)),
  ),
  fault('seals the first event of a batch only', (store) => {
    const chain = sealed(store);
    return {
      ...store,
      async append(stream, expected, events) {
        if (expected === 'any' || events.length === 0) return store.append(stream, expected, events);
        try {
          const answer = await chain.append(stream, expected, events.slice(0, 1));
          if (answer.kind === 'conflict' || events.length === 1) return answer;
          const rest = await store.append(stream, answer.revision, events.slice(1));
          return rest.kind === 'conflict' ? rest : { ...rest, events: [...answer.events, ...rest.events] };
        } catch (thrown) {
          if (isStoreError(thrown) && thrown.code === 'not-sealed') return store.append(stream, expected, events);
          throw thrown;
        }
      },
    };
  }),
  fault('hands out the texts of all events but the last', (store) => ({
    ...store,
    readTexts: async (range) =>
      (await store.readAll(range))
        .slice(0, -1)
        .map(({ position, event }) => ({ position, text: JSON.stringify(event) })),
  })),
];
