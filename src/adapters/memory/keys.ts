import type { Person } from '../../domain/privacy/person.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { type KeptKey, type KeyTable, keyPlace, liveKey, noted } from '../../domain/store/keys.ts';
import { globalBounds, streamName } from '../../domain/store/ranges.ts';

type Place = Pick<KeptKey, 'stream' | 'person'>;

const isAfter = (key: Place, other: Place): boolean =>
  key.stream === other.stream ? key.person > other.person : key.stream > other.stream;

/**
 * A table of keys that lives as long as the process: for tests, and to show what the port asks of an adapter. What was
 * destroyed is dropped; the runtime overwrites its memory when it needs it.
 */
export function openMemoryKeys(): KeyTable {
  const streams = new Map<string, Map<Person, KeptKey>>();
  const notes = new Map<string, string>();
  let closed = false;

  const assertOpen = () => {
    if (closed) throw new StoreError('store-closed', 'The table of keys is closed');
  };

  const ofStream = (stream: string): Map<Person, KeptKey> => {
    const kept = streams.get(stream) ?? new Map<Person, KeptKey>();
    streams.set(stream, kept);
    return kept;
  };

  return {
    async ofStream(stream) {
      assertOpen();
      return [...(streams.get(streamName(stream))?.values() ?? [])].map((key) => ({ ...key }));
    },

    async ofPerson(stream, person) {
      assertOpen();
      const place = keyPlace({ stream, person });
      const kept = streams.get(place.stream)?.get(place.person);
      return kept === undefined ? null : { ...kept };
    },

    async add(given) {
      assertOpen();
      const key = liveKey(given);
      const keys = ofStream(key.stream);
      const standing = keys.get(key.person) ?? key;
      keys.set(key.person, standing);
      return { ...standing };
    },

    async rewrap(before, after) {
      assertOpen();
      const [{ stream, person, wrapped }, key] = [liveKey(before), liveKey({ ...after, ...keyPlace(before) })];
      const keys = streams.get(stream);
      if (keys?.get(person)?.wrapped === wrapped) keys.set(person, key);
    },

    async destroy(stream, person) {
      assertOpen();
      const place = keyPlace({ stream, person });
      ofStream(place.stream).set(place.person, { ...place, master: '', wrapped: null });
    },

    async page(after, limit) {
      assertOpen();
      const { limit: size } = globalBounds({ limit });
      const live = [...streams.values()]
        .flatMap((keys) => [...keys.values()])
        .filter(({ wrapped }) => wrapped !== null);
      const following = after === null ? live : live.filter((key) => isAfter(key, after));
      return following
        .sort((one, other) => (isAfter(one, other) ? 1 : -1))
        .slice(0, size)
        .map((key) => ({ ...key }));
    },

    async note(name) {
      assertOpen();
      return notes.get(noted(name)) ?? null;
    },

    async addNote(name, text) {
      assertOpen();
      const standing = notes.get(noted(name)) ?? noted(text);
      notes.set(name, standing);
      return standing;
    },

    async close() {
      closed = true;
      streams.clear();
      notes.clear();
    },
  };
}
