import fc from 'fast-check';
import type { EventStore, Position, PositionedEvent } from '../../../../domain/store/port.ts';
import { numbered } from '../events.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';
import { newPatience, subscribing } from '../subscriber.ts';

const idsOf = (events: readonly PositionedEvent[]): readonly string[] => events.map(({ event }) => event.id);

/** Appends events with these numbers, each to one of two streams. */
async function write(store: EventStore, first: number, count: number): Promise<void> {
  for (let n = first; n < first + count; n++) {
    await store.append(`session-${n % 2}`, Math.floor(n / 2), [numbered(n)]);
  }
}

const numberedIds = (first: number, end: number): readonly string[] =>
  Array.from({ length: end - first }, (_, index) => numbered(first + index).id);

/** From every position that a subscription hands out, too. */
export const fromAnywhere = storeTrial(
  'a subscription hands over every event after its position once, in the global order, and then says that it is live',
  ['globalOrder', 'listening'],
  ({ play }) => {
    const patience = newPatience();
    return played({
      cases: fc.record({ stored: fc.integer({ min: 1, max: 9 }), limit: fc.integer({ min: 1, max: 4 }) }),
      holds: ({ stored, limit }) =>
        play(async ({ store }) => {
          await write(store, 0, stored);
          const whole = idsOf(await store.readAll());
          const resumable: { readonly after: Position; readonly seen: number }[] = [];
          await subscribing(store, { limit, patience }, async ({ next, seen }) => {
            for (let isLive = false; !isLive; ) {
              const batch = await next();
              ({ isLive } = batch);
              if (batch.position !== null) resumable.push({ after: batch.position, seen: seen.length });
            }
            assertSame(idsOf(seen), whole, 'What was handed over from the beginning');
          });
          for (const { after, seen } of resumable) {
            await subscribing(store, { limit, after, patience }, async (later) => {
              await later.seeAll();
              assertSame(idsOf(later.seen), whole.slice(seen), `What was handed over after ${seen} events`);
            });
          }
        }),
      tell: ({ stored, limit }) => `${stored} events are stored, and handed over ${limit} at a time, at most`,
      runs: 30,
    });
  },
);

/** Catches up, waits for what comes, falls behind, and catches up again. */
const follows = (follower: EventStore, writer: EventStore): Promise<void> =>
  subscribing(follower, { limit: 2, patience: newPatience() }, async (subscriber) => {
    await write(writer, 0, 5);
    await subscriber.see(5);
    await subscriber.seeAll();
    // Stored while nobody asks, though it was all a moment ago.
    await write(writer, 5, 1);
    for (let n = 6; n < 8; n++) {
      await Promise.all([subscriber.see(n + 1), write(writer, n, 1)]);
    }
    // Slower than the writer by more than any buffer between them may be worth.
    await write(writer, 8, 120);
    await subscriber.see(128);
    await subscriber.seeAll();
    assertSame(idsOf(subscriber.seen), numberedIds(0, 128), 'What was handed over');
  });

/** First what is stored, then what comes; and whoever is slow loses nothing. */
export const catchingUp = storeTrial(
  'a subscription that has caught up hands over what comes, to a slow reader as well',
  ['globalOrder', 'listening'],
  ({ play }) =>
    played({
      // One case: whoever is handed nothing waits in vain, and would do so again for every smaller one.
      cases: fc.constant(128),
      holds: () => play(({ store }) => follows(store, store)),
      tell: (count) => `Someone subscribes, and is slow for a while; ${count} events are appended in all`,
      runs: 1,
    }),
);

/** As a process follows what another one stores. */
export const catchingUpElsewhere = storeTrial(
  'a subscription on one instance hands over what another one stores',
  ['globalOrder', 'listening', 'secondInstance'],
  ({ play }) =>
    played({
      cases: fc.constant(128),
      holds: () => play(async ({ store, again }) => follows(await again(), store)),
      tell: (count) => `Someone subscribes on a second instance, and ${count} events are appended on the first`,
      runs: 1,
    }),
);

const MOMENTS = {
  early: 'before it asked for anything',
  between: 'between two batches',
  waiting: 'while it waits for what comes',
} as const;

/** Nobody may take a subscription that was given up for one that has come to its end. */
export const givenUp = storeTrial(
  'whoever waits on a subscription that is given up is thrown the reason, and nothing else',
  ['globalOrder', 'listening'],
  ({ play }) => {
    const patience = newPatience();
    return played({
      cases: fc.constantFrom(...(Object.keys(MOMENTS) as (keyof typeof MOMENTS)[])),
      holds: (moment) =>
        play(async ({ store }) => {
          await write(store, 0, 2);
          const reason = new Error('given up');
          const thrown = await subscribing(store, { limit: 1, patience }, async (subscriber) => {
            if (moment === 'between') await subscriber.next();
            if (moment === 'waiting') await subscriber.seeAll();
            const waiting = moment === 'waiting' ? subscriber.see(3) : null;
            subscriber.giveUp(reason);
            return (waiting ?? subscriber.next()).then(
              () => null,
              (error: unknown) => error,
            );
          });
          if (thrown !== reason) throw new Error(`What is thrown is not the reason, but ${thrown}`);
        }),
      tell: (moment) => `A subscription is given up ${MOMENTS[moment]}`,
      runs: 6,
    });
  },
);
