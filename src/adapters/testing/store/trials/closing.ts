import fc from 'fast-check';
import { isStoreError } from '../../../../domain/store/errors.ts';
import type { EventStore } from '../../../../domain/store/port.ts';
import { numbered } from '../events.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';

const CALLS: Readonly<Record<string, (store: EventStore) => unknown>> = {
  append: (store) => store.append('session-1', 1, [numbered(2)]),
  'append of nothing': (store) => store.append('session-1', 1, []),
  readStream: (store) => store.readStream('session-1'),
  readAll: (store) => store.readAll(),
  onAppend: (store) => store.onAppend(() => {}),
};

async function codeOf(call: () => unknown): Promise<string> {
  try {
    await call();
    return 'no fault';
  } catch (thrown) {
    if (isStoreError(thrown)) return thrown.code;
    throw thrown;
  }
}

/** A call that came too late must not be taken for one that was carried out. */
export const closing = storeTrial('a closed store fails every call', ['closing'], ({ play }) =>
  played({
    cases: fc.constantFrom(...Object.keys(CALLS)),
    holds: (name) =>
      play(async ({ store }) => {
        await store.append('session-1', 'none', [numbered(1)]);
        await store.close();
        assertSame(await codeOf(() => CALLS[name]?.(store)), 'store-closed', 'The fault');
        // A second time changes nothing.
        await store.close();
      }),
    tell: (name) => `A store is closed, and then asked: ${name}`,
    runs: 20,
  }),
);
