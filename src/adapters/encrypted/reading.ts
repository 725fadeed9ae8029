import { BOX, boxIn, type Data, type PersonalBox, placeOfBox, putBack } from '../../domain/privacy/box.ts';
import { type Person, personOf } from '../../domain/privacy/person.ts';
import type { StoredEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { unboxed } from '../box.ts';
import type { SecretKey } from '../crypto/secretKey.ts';
import { KeyError } from './errors.ts';
import type { Keyring } from './keyring.ts';

/** A stored event whose personal fields are in a box. */
interface Closed {
  readonly person: Person;
  readonly box: PersonalBox;
  readonly left: Data;
}

const nameOf = ({ stream, revision }: StoredEvent): string => `${stream}, revision ${revision}`;

/** The box of an event, and whose it is; `null` where it has none. */
function closedIn(event: StoredEvent): Closed | null {
  const { data } = event;
  const person = personOf(event);
  if (person === null || typeof data !== 'object' || data === null || !Object.hasOwn(data, BOX)) return null;
  const found = boxIn(data);
  if (found?.box.person === person) return { person, ...found };
  throw new StoreError(
    'store-damaged',
    `${nameOf(event)}: what stands in the place of the box is not one of ${person}`,
  );
}

/** What is asked of a keyring about one stream, each thing once, and only where there is something to open. */
function keysOfStream(keyring: Keyring, stream: string) {
  let keys: ReturnType<Keyring['keysOf']> | undefined;
  let destroyed: ReturnType<Keyring['destroyedOf']> | undefined;
  return {
    async keyOf(person: Person): Promise<SecretKey | undefined> {
      keys ??= keyring.keysOf(stream);
      return (await keys).get(person);
    },
    async isDestroyed(person: Person): Promise<boolean> {
      destroyed ??= keyring.destroyedOf(stream);
      return (await destroyed).has(person);
    },
  };
}

/**
 * Stored events as they were given: personal fields in their places; where the person's key was destroyed, their erased
 * form. What has no box is left as it is.
 *
 * The keys are asked for after the events were read: a key is older than all that was written with it, so that one that
 * is missing here was missing then.
 *
 * @throws KeyError `key-unknown`, `key-does-not-open`; StoreError `store-damaged` where a box is none
 */
export async function opened(keyring: Keyring, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  const streams = new Map<string, ReturnType<typeof keysOfStream>>();
  const read: StoredEvent[] = [];
  for (const event of events) {
    const closed = closedIn(event);
    if (closed === null) {
      read.push(event);
      continue;
    }
    const ofStream = streams.get(event.stream) ?? keysOfStream(keyring, event.stream);
    streams.set(event.stream, ofStream);
    const { person, box, left } = closed;
    const key = await ofStream.keyOf(person);
    if (key === undefined && !(await ofStream.isDestroyed(person))) {
      throw new KeyError(
        'key-unknown',
        `${nameOf(event)}: these keys know nothing of ${person}; they are those of another record, or older than this one`,
      );
    }
    const data = key === undefined ? left : putBack(left, fieldsOf(key, event, person, box));
    read.push({ ...event, data });
  }
  return read;
}

function fieldsOf(key: SecretKey, event: StoredEvent, person: Person, box: PersonalBox): Data {
  const personal = unboxed(key, placeOfBox(event, person), box);
  if (personal !== null) return personal;
  throw new KeyError(
    'key-does-not-open',
    `${nameOf(event)}: the key of ${person} does not open it; it is that of another record, or the event was changed`,
  );
}
