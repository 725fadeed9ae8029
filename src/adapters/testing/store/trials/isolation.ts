import fc from 'fast-check';
import type { StoredEvent } from '../../../../domain/store/envelope.ts';
import type { EventStore } from '../../../../domain/store/port.ts';
import type { Capabilities } from '../capabilities.ts';
import { numbered } from '../events.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';

const STREAM = 'session-1';

/** Changes everything that can be reached from a value, as a careless or ill-meaning caller would. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) spoil(part);
  for (const name of Object.keys(value)) Reflect.set(value, name, 'spoilt');
}

const everything = async (store: EventStore, { globalOrder }: Capabilities): Promise<readonly StoredEvent[]> =>
  globalOrder ? (await store.readAll()).map(({ event }) => event) : store.readStream(STREAM);

const WHAT = {
  given: 'what the writer gave, once the append was answered',
  whileWaiting: 'what the writer gave, while the append was not answered yet',
  answer: 'what the append answered',
  read: 'what a reader was given',
} as const;

const names = Object.keys(WHAT) as (keyof typeof WHAT)[];

/** Nothing of what is in the record can be reached from outside, neither data nor envelope. */
export const isolation = storeTrial(
  'what was given to the store, or by it, can be changed without changing the record',
  [],
  ({ capabilities, play }) =>
    played({
      cases: fc.record({ what: fc.constantFrom(...names), others: fc.nat(2) }),
      holds: ({ what, others }) =>
        play(async ({ store }) => {
          for (let n = 0; n < others; n++) await store.append(STREAM, n, [numbered(n)]);
          const fresh = () => [numbered(100, { names: ['Zoé', { second: 'Anne' }] })];
          const given = fresh();
          const appending = store.append(STREAM, others, given);
          if (what === 'whileWaiting') spoil(given);
          const answer = await appending;
          if (what === 'given') spoil(given);
          if (what === 'answer') spoil(answer);
          if (what === 'read') spoil([await store.readStream(STREAM), await everything(store, capabilities)]);
          const kept = (await everything(store, capabilities)).map(({ id, actor, data }) => ({ id, actor, data }));
          const [event] = fresh();
          assertSame(kept.at(-1), { id: event?.id, actor: event?.actor, data: event?.data }, 'The last event');
          assertSame(kept.length, others + 1, 'How many events there are');
        }),
      tell: ({ what, others }) => `In a stream at revision ${others + 1}, somebody changes ${WHAT[what]}`,
      runs: 24,
    }),
);
