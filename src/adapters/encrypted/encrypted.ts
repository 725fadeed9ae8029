import { isPerson, type Person } from '../../domain/privacy/person.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { textOfStored } from '../../domain/store/json.ts';
import type {
  AppendResult,
  CallOptions,
  EventStore,
  ExpectedRevision,
  PositionedEvent,
} from '../../domain/store/port.ts';
import { believedRevision, invalid, streamName } from '../../domain/store/ranges.ts';
import { through } from '../../domain/store/through.ts';
import type { SecretKey } from '../crypto/secretKey.ts';
import { drawnAhead } from './drawnAhead.ts';
import { KeyError } from './errors.ts';
import type { Keyring } from './keyring.ts';
import { assertNoPlaintext } from './plaintext.ts';
import { opened } from './reading.ts';
import type { Random } from './wrapping.ts';
import { type Drafts, draftsOf, hidden, mayBePersonal } from './writing.ts';

/** What an encrypting store takes from its host. */
export interface EncryptedOptions {
  /** Where chance comes from; the machine's own source unless it is given. */
  readonly random?: Random;
}

/**
 * A store that hides what is personal, and can erase it. Each event's personal fields are encrypted under the key of the
 * person whose they are; in their places stands the erased form, which is what remains once that key is destroyed. What
 * is stored never changes.
 *
 * It owns the store and the keyring, and closes both. An append needs the exact revision that it follows: what is
 * encrypted opens in its own place only. What was stored before the record was encrypted is read as it is, but erasing
 * its person fails. An append that is refused or that fails may leave a key that nothing was written with: it is used
 * when the person is next spoken of, and does no harm.
 *
 * Beside what the store throws, a call throws a `KeyError`: `person-erased` for an append with personal data of somebody
 * who was erased, as soon as the keyring knows of it (nothing is stored), `key-unknown` and `key-does-not-open` where
 * the keys are not those of this record, `stored-in-plaintext` where erasing leaves something, and what the keyring
 * throws.
 */
export function encrypted(
  store: EventStore,
  keyring: Keyring,
  { random = drawnAhead() }: EncryptedOptions = {},
): EventStore {
  const subscribe = store.subscribe?.bind(store);
  let closed = false;

  const assertOpen = () => {
    if (closed) throw new StoreError('store-closed', 'The store is closed');
  };

  const openedPage = async (page: readonly PositionedEvent[]): Promise<readonly PositionedEvent[]> => {
    const events = await opened(
      keyring,
      page.map(({ event }) => event),
    );
    return page.map((positioned, index) => ({ ...positioned, event: events[index] ?? positioned.event }));
  };

  const keysFor = async (stream: string, persons: readonly Person[]) => {
    const keys = new Map<Person, SecretKey>();
    for (const person of persons) {
      const key = await keyring.keyFor(stream, person);
      if (key === null) return { erased: person };
      keys.set(person, key);
    }
    return { keys };
  };

  const appendHidden = async (
    expected: ExpectedRevision,
    { stream, drafts, persons }: Drafts,
    options: CallOptions | undefined,
  ): Promise<AppendResult> => {
    const { keys, erased } = await keysFor(stream, persons);
    if (keys === undefined) {
      // A writer who does not know of the erasure yet is behind, and has to be told so before anything else.
      const behind = await store.append(stream, expected, [], options);
      if (behind.kind === 'conflict') return behind;
      throw new KeyError('person-erased', `${stream}: ${erased} was erased, and nothing personal of them is stored`);
    }
    const answer = await store.append(
      stream,
      expected,
      drafts.map((draft) => hidden(stream, draft, keys, random)),
      options,
    );
    if (answer.kind === 'conflict') return answer;
    const events = answer.events.map((event, index) => ({ ...event, data: drafts[index]?.event.data }));
    return { ...answer, events };
  };

  const append: EventStore['append'] = (stream, expected, events, options) => {
    const after = believedRevision(expected);
    if (after === 'any') {
      throw new StoreError('expected-any', `${stream}: an encrypted event needs to know its revision`);
    }
    if (!events.some(mayBePersonal)) return store.append(stream, expected, events, options);
    const drafts = draftsOf(streamName(stream), after, events);
    return drafts.persons.length === 0
      ? store.append(stream, expected, events, options)
      : appendHidden(expected, drafts, options);
  };

  return {
    ...through(store),

    async append(...given) {
      assertOpen();
      return append(...given);
    },

    async readStream(...given) {
      assertOpen();
      return opened(keyring, await store.readStream(...given));
    },

    async readAll(...given) {
      assertOpen();
      return openedPage(await store.readAll(...given));
    },

    ...(subscribe && {
      async *subscribe(options) {
        assertOpen();
        for await (const batch of subscribe(options)) yield { ...batch, events: await openedPage(batch.events) };
      },
    }),

    async readTexts(...given) {
      assertOpen();
      if (store.readTexts !== undefined) return store.readTexts(...given);
      // Where nobody else says what is stored, it is this store that must: what it hands out as events is not it.
      return (await store.readAll(...given)).map(({ position, event }) => ({ position, text: textOfStored(event) }));
    },

    async erase(stream, person) {
      assertOpen();
      if (typeof person !== 'string' || !isPerson(person)) throw invalid('person', person);
      await keyring.destroy(streamName(stream), person);
      await assertNoPlaintext(store, stream, person);
    },

    async close() {
      if (closed) return;
      closed = true;
      try {
        await store.close();
      } finally {
        await keyring.close();
      }
    },
  };
}
