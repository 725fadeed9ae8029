import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { openProjector } from '../../src/adapters/projector/index.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import type { SubscriptionBatch } from '../../src/domain/store/subscription.ts';
import type { Views } from '../../src/domain/store/views.ts';
import { holds } from '../support/property.ts';
import { rowsIn, rowsOf } from './support/compared.ts';
import { renamed, writeInTurns } from './support/events.ts';
import { notes, sheets } from './support/models.ts';
import { KINDS } from './support/views.ts';

class Killed extends Error {}

/** Views whose process ends at some commit: before it, or after it and before anybody learns of it. */
function mortal(views: Views, life: { readonly commits: number; readonly tells: boolean }): Views {
  let left = life.commits;
  return {
    ...views,
    async commit(view, step) {
      if (left-- > 0) return views.commit(view, step);
      if (life.tells) await views.commit(view, step);
      throw new Killed();
    },
  };
}

/** A store whose subscriptions cut batches anywhere, move on by empty ones, and hand the last one over again at a resume. */
const restless = (store: EventStore, cuts: readonly number[]): EventStore => ({
  ...store,
  async *subscribe({ after, signal } = {}): AsyncGenerator<SubscriptionBatch, never> {
    let position = after ?? null;
    for (let n = 0; ; n++) {
      signal?.throwIfAborted();
      const limit = Math.max(1, cuts[n % cuts.length] ?? 1);
      const events = await store.readAll(position === null ? { limit } : { after: position, limit });
      position = events.at(-1)?.position ?? position;
      yield { events, position, isLive: events.length === 0 };
      if (n % 3 === 0) yield { events: [], position, isLive: false };
    }
  },
});

const cases = fc.record({
  sessions: fc.array(histories({ choices: 25 }), { minLength: 1, maxLength: 3 }),
  turns: fc.array(fc.nat(2), { maxLength: 200, size: 'max' }),
  batch: fc.integer({ min: 1, max: 60 }),
  cache: fc.constantFrom(0, 20_000, 4_000_000),
  cuts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
  native: fc.boolean(),
  lives: fc.array(fc.record({ commits: fc.nat(4), tells: fc.boolean() }), { maxLength: 6 }),
});

describe.each(KINDS)('whatever happens to a projector with views in $kind', ({ open }) => {
  test('the rows are what the events of each stream make, folded once: however they are cut, and however often it dies', () =>
    holds(
      fc.asyncProperty(cases, async ({ sessions, turns, batch, cache, cuts, native, lives }) => {
        const record = openMemoryStore();
        const views = open();
        await writeInTurns(record, renamed(sessions.map(({ events }) => events)), turns);
        const store = native ? restless(record, cuts) : record;
        const options = { batch, cache };
        for (const life of lives) {
          const projector = openProjector(store, mortal(views, life), [sheets, notes], options);
          await projector.catchUp().catch((thrown) => {
            if (!(thrown instanceof Killed)) throw thrown;
          });
        }
        await openProjector(store, views, [sheets, notes], options).catchUp();
        expect(await rowsIn(views, sheets)).toEqual(await rowsOf(record, sheets));
        expect(await rowsIn(views, notes)).toEqual(await rowsOf(record, notes));
        await views.close();
      }),
      { runs: 60 },
    ));

  test('two projectors on the same views take each event in once', () =>
    holds(
      fc.asyncProperty(cases, async ({ sessions, turns, batch, cache, cuts }) => {
        const store = openMemoryStore();
        const views = open();
        const all = renamed(sessions.map(({ events }) => events));
        await writeInTurns(store, all.slice(0, 1), []);
        const one = openProjector(store, views, [sheets], { batch, cache });
        const other = openProjector(restless(store, cuts), views, [sheets], { batch: 1, cache: 0 });
        await Promise.all([one.catchUp(), other.catchUp(), writeInTurns(store, all.slice(1), turns)]);
        await Promise.all([one.catchUp(), other.catchUp()]);
        expect(await rowsIn(views, sheets)).toEqual(await rowsOf(store, sheets));
        await views.close();
      }),
      { runs: 40 },
    ));
});
