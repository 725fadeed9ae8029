import fc from 'fast-check';
import type { PositionedEvent } from '../../../../domain/store/port.ts';
import { readerOf, readOn } from '../reader.ts';
import { assertSame } from '../same.ts';
import { interleave, schedules, type Turn } from '../schedule.ts';
import { played, storeTrial } from '../storeTrial.ts';
import { appendersOf, type Intents, Observed, writer } from '../writers.ts';

interface Following {
  readonly writers: Intents;
  readonly turns: readonly Turn[];
  readonly looks: number;
  readonly limit: number;
}

const idsOf = (events: readonly PositionedEvent[]): readonly string[] => events.map(({ event }) => event.id);

/** While writers are at work, and afterwards from every position that was ever handed out. */
export const follower = storeTrial(
  'whoever follows the global order misses nothing, sees nothing twice, and sees each stream in its order',
  ['globalOrder'],
  ({ capabilities, play }) => {
    const schedulesTold = new WeakMap<Following, readonly string[]>();
    return played({
      cases: fc.record<Following>({
        writers: appendersOf(capabilities),
        turns: schedules,
        looks: fc.integer({ min: 1, max: 6 }),
        limit: fc.integer({ min: 1, max: 3 }),
      }),
      holds: (one) =>
        play(async ({ store }) => {
          const told: string[] = [];
          schedulesTold.set(one, told);
          const reader = readerOf(store, one.limit);
          const observed = new Observed();
          const writers = one.writers.map((intents, index) =>
            writer(`writer ${index + 1}`, index + 1, intents, store, observed),
          );
          const following = async (turn: (label: string) => Promise<void>) => {
            for (let look = 0; look < one.looks; look++) {
              await turn(`the follower reads ${one.limit} at most`);
              await reader.page();
            }
          };
          await interleave(one.turns, [...writers, following], (label) => told.push(label));
          const seen = await readOn(reader);
          const whole = await readOn(readerOf(store, 1_000));
          assertSame(idsOf(seen), idsOf(whole), 'What the follower saw');
          for (const stream of one.writers.map((_, index) => `session-${index + 1}`)) {
            const ofStream = whole.filter(({ event }) => event.stream === stream).map(({ event }) => event);
            assertSame(ofStream, await store.readStream(stream), `The events of ${stream} in the global order`);
          }
          for (const [index, { position }] of whole.entries()) {
            const rest = await readOn(readerOf(store, one.limit, position));
            assertSame(idsOf(rest), idsOf(whole.slice(index + 1)), `What follows event ${index + 1}`);
          }
        }),
      tell: (one) => {
        const told = schedulesTold.get(one) ?? [];
        return ['In this order:', ...told.map((label, index) => `${index + 1}. ${label}`)].join('\n');
      },
      runs: 120,
    });
  },
);
