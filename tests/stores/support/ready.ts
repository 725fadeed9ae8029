import type { NewEvent } from '../../../src/domain/store/envelope.ts';
import { StoreError } from '../../../src/domain/store/errors.ts';
import { readyToStore } from '../../../src/domain/store/json.ts';

export const STREAM = 'session-1';

/** Why an event is not taken; `null` where it is. */
export function faultIn(event: NewEvent): StoreError | null {
  try {
    readyToStore(STREAM, [event]);
    return null;
  } catch (thrown) {
    if (thrown instanceof StoreError && thrown.code === 'event-not-json') return thrown;
    throw thrown;
  }
}
