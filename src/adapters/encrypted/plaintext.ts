import type { Person } from '../../domain/privacy/person.ts';
import type { EventStore } from '../../domain/store/port.ts';
import { KeyError } from './errors.ts';
import { hiddenOf } from './writing.ts';

/**
 * Asserts that nothing personal of somebody stands in a stream outside of boxes.
 *
 * @param store the store that holds the boxes
 * @throws KeyError `stored-in-plaintext`
 */
export async function assertNoPlaintext(store: EventStore, stream: string, person: Person): Promise<void> {
  const events = await store.readStream(stream);
  const plain = events.filter((event) => hiddenOf(event)?.person === person).map(({ revision }) => revision);
  if (plain.length === 0) return;
  throw new KeyError(
    'stored-in-plaintext',
    `${stream}: the key of ${person} is destroyed, but ${plain.length} events from revision ${plain[0]} on were stored before the record was encrypted`,
  );
}
