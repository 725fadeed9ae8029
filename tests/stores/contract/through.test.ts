import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMemoryStore } from '../../../src/adapters/memory/store.ts';
import { numberedFrom } from '../../../src/adapters/testing/store/events.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import { through } from '../../../src/domain/store/through.ts';
import { holds } from '../../support/property.ts';
import { codeOf } from '../support/faults.ts';

/** A store that is an object of a class: its methods work on nothing but itself. */
class Shelf implements EventStore {
  readonly #inner = openMemoryStore();
  readonly erased: string[] = [];

  append: EventStore['append'] = (...given) => this.#inner.append(...given);

  readStream(...given: Parameters<EventStore['readStream']>) {
    return this.#inner.readStream(...given);
  }

  readAll(...given: Parameters<EventStore['readAll']>) {
    return this.#inner.readAll(...given);
  }

  onAppend(...given: Parameters<EventStore['onAppend']>) {
    return this.#inner.onAppend(...given);
  }

  close() {
    return this.#inner.close();
  }

  async textsOf() {
    return (await this.#inner.readAll()).map(({ position, event }) => ({ position, text: JSON.stringify(event) }));
  }

  async *batches() {
    yield { events: await this.#inner.readAll(), position: null, isLive: true };
  }

  async note(stream: string, person: string) {
    this.erased.push(`${stream} ${person}`);
  }
}

/** A shelf of which some can do more. */
function shelf({ hands, follows, erases }: { hands: boolean; follows: boolean; erases: boolean }): Shelf & EventStore {
  const { textsOf: readTexts, batches: subscribe, note: erase } = Shelf.prototype;
  return Object.assign(new Shelf(), hands && { readTexts }, follows && { subscribe }, erases && { erase });
}

test('what wraps a store has all of it and no more: each call reaches it, with all that was given', () =>
  holds(
    fc.asyncProperty(
      fc.record({ hands: fc.boolean(), follows: fc.boolean(), erases: fc.boolean() }),
      fc.integer({ min: 1, max: 4 }),
      async (can, count) => {
        const store = shelf(can);
        const wrapped = through(store);
        expect(['readTexts', 'subscribe', 'erase'].filter((name) => name in wrapped)).toEqual(
          [can.hands && 'readTexts', can.follows && 'subscribe', can.erases && 'erase'].filter(Boolean),
        );
        let calls = 0;
        const unsubscribe = wrapped.onAppend(() => {
          calls += 1;
        });
        const answer = await wrapped.append('session-1', 'none', numberedFrom(0, count));
        await new Promise(setImmediate);
        expect([answer.kind, calls]).toEqual(['appended', 1]);
        unsubscribe();
        expect(await wrapped.append('session-1', 'none', numberedFrom(9, 1))).toMatchObject({ actual: count });
        expect(await wrapped.readStream('session-1', { from: 2 })).toHaveLength(count - 1);
        expect(await wrapped.readAll({ limit: 1 })).toEqual((await store.readAll()).slice(0, 1));
        expect(await wrapped.readTexts?.()).toEqual(can.hands ? await store.textsOf() : undefined);
        const followed: number[] = [];
        for await (const { events } of wrapped.subscribe?.() ?? []) followed.push(events.length);
        expect(followed).toEqual(can.follows ? [count] : []);
        await wrapped.erase?.('session-1', 'candidate-3');
        expect(store.erased).toEqual(can.erases ? ['session-1 candidate-3'] : []);
        await wrapped.close();
        expect(await codeOf(() => store.readAll())).toBe('store-closed');
      },
    ),
    { runs: 30 },
  ));
