import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '../../support/property.ts';
import { type Filter, passes } from './log/filter.ts';
import type { Log } from './log/log.ts';
import type { From } from './log/read.ts';
import { type Message, subscribe } from './log/subscribe.ts';
import { make, moves, newWriter } from './support/moves.ts';

const filters: fc.Arbitrary<Filter | null> = fc.option(
  fc.record({
    by: fc.constantFrom('stream' as const, 'type' as const),
    regex: fc.constant(''),
    prefixes: fc.constantFrom(['a'], ['$', 'b'], ['Noted'], ['nothing']),
    checkpointEvery: fc.integer({ min: 1, max: 5 }),
  }),
);

/** Every message until it has caught up with a log to which nobody writes any more. */
async function heard(log: Log, from: From, filter: Filter | null): Promise<readonly Message[]> {
  const messages: Message[] = [];
  const { signal } = new AbortController();
  for await (const message of subscribe(log, { stream: null, from, filter }, { generation: '24', now, signal })) {
    if (message.kind === 'caught-up') break;
    messages.push(message);
  }
  return messages;
}

const now = () => 0;
const eventsOf = (messages: readonly Message[]) =>
  messages.flatMap((message) => (message.kind === 'event' ? [message.record] : []));

describe('a subscription to everything', () => {
  test('hands over every event once and in order, however writing and taking take turns', async () => {
    const turns = fc.array(fc.tuple(moves, fc.nat({ max: 12 })), { minLength: 1, maxLength: 4 });
    await holds(
      fc.asyncProperty(turns, filters, async (rounds, filter) => {
        let writer = newWriter();
        const { log } = writer;
        const ending = new AbortController();
        const options = { generation: '24', now, signal: ending.signal } as const;
        const messages = subscribe(log, { stream: null, from: 'start', filter }, options);
        const taken: Message[] = [];
        const wanted = () => (filter === null ? log.all : log.all.filter((record) => passes(filter, record)));
        const take = async () => {
          const { value } = await messages.next();
          if (value !== undefined) taken.push(value);
        };
        await take();
        expect(taken).toMatchObject([{ kind: 'confirmation' }]);
        for (const [made, taking] of rounds) {
          for (const move of made) writer = make(writer, move).writer;
          for (let n = 0; n < taking && eventsOf(taken).length < wanted().length; n++) await take();
        }
        while (eventsOf(taken).length < wanted().length) await take();
        ending.abort();
        expect(eventsOf(taken)).toEqual(wanted());
      }),
      { runs: 200 },
    );
  });

  test('goes on after any event or checkpoint with just what was not handed over', async () => {
    await holds(
      fc.asyncProperty(moves, filters, fc.nat(), async (made, filter, any) => {
        let writer = newWriter();
        for (const move of made) writer = make(writer, move).writer;
        const { log } = writer;
        const whole = await heard(log, 'start', filter);
        const at = whole.length === 1 ? 0 : 1 + (any % (whole.length - 1));
        const message = whole[at];
        const from = message?.kind === 'event' ? message.record.position : checkpointOf(message);
        expect(eventsOf(await heard(log, from, filter))).toEqual(eventsOf(whole.slice(at + 1)));
      }),
      { runs: 200 },
    );
  });
});

const checkpointOf = (message: Message | undefined): From =>
  message?.kind === 'checkpoint' ? message.position : 'start';
