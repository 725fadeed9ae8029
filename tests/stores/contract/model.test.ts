import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Call, calls } from '../../../src/adapters/testing/store/calls.ts';
import { ReferenceLog } from '../../../src/adapters/testing/store/reference.ts';
import { isStoreError } from '../../../src/domain/store/errors.ts';
import type { EventStore, Position } from '../../../src/domain/store/port.ts';
import { holds } from '../../support/property.ts';
import { STORES, withStore } from '../support/stores.ts';

/** Positions are opaque: the one after so many events is found by reading, never made up. */
async function positionAfter(store: EventStore, count: number): Promise<Position | undefined> {
  return count === 0 ? undefined : (await store.readAll()).slice(0, count).at(-1)?.position;
}

async function answerOf(store: EventStore, call: Call): Promise<unknown> {
  switch (call.call) {
    case 'append':
      try {
        return await store.append(call.stream, call.expected, call.events);
      } catch (thrown) {
        if (isStoreError(thrown)) return { kind: thrown.code };
        throw thrown;
      }
    case 'readStream':
      return store.readStream(call.stream, call.range);
    case 'readAll': {
      const after = await positionAfter(store, call.after);
      const read = await store.readAll(after === undefined ? { limit: call.limit } : { after, limit: call.limit });
      return read.map(({ event }) => event);
    }
  }
}

function answerOfTheLog(log: ReferenceLog, call: Call): unknown {
  switch (call.call) {
    case 'append':
      return log.append(call.stream, call.expected, call.events);
    case 'readStream':
      return log.readStream(call.stream, call.range);
    case 'readAll':
      // A reader who has seen more than there is has seen the last event.
      return log.readAll(Math.min(call.after, log.readAll(0).length), { limit: call.limit });
  }
}

describe.each(STORES)('any calls of a store in $kind', (kind) => {
  test('are answered as one plain list of events would answer them', async () => {
    await holds(
      fc.asyncProperty(calls, (sequence) =>
        withStore(kind, async (store) => {
          const log = new ReferenceLog();
          for (const call of sequence) {
            expect(await answerOf(store, call)).toStrictEqual(answerOfTheLog(log, call));
          }
          expect((await store.readAll()).map(({ event }) => event)).toStrictEqual(log.readAll(0));
        }),
      ),
      { runs: 100 },
    );
  });
});
