import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openEventStoreDb } from '../../src/adapters/eventstoredb/index.ts';
import { numbered, uuid } from '../../src/adapters/testing/store/events.ts';
import { isStoreError } from '../../src/domain/store/errors.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { seed } from '../support/property.ts';
import { canSuffer, type Fault } from './server/faults.ts';
import { newLog } from './server/log/log.ts';
import type { LogRecord } from './server/log/record.ts';
import { type Server, startServer } from './server/server.ts';
import { PASSING } from './support/passing.ts';
import { SOON } from './support/store.ts';

const { EMARGEMENT_ESDB_APPENDS } = process.env;

/** How many appends are made under faults: `EMARGEMENT_ESDB_APPENDS`. */
const APPENDS = Number(EMARGEMENT_ESDB_APPENDS ?? 300);
const STREAMS = 10;

/** What may happen to a call, and how often: nothing, mostly. */
const FAULTS: readonly (Fault | 'restart' | 'kill')[] = [
  ...PASSING,
  { fault: 'reset-after', events: 1 },
  { fault: 'slow', ms: 30 },
  'restart',
  'kill',
];

/** Numbers that are the same in every run of the same seed. */
const drawn = fc.sample(fc.nat(9_999), { seed, numRuns: 4_096 });

/** A server that fails by the numbers that were drawn, and is started anew when they say so. */
function failingServer() {
  const log = newLog();
  let calls = 0;
  let server: Server | null = null;
  let changing = Promise.resolve();
  const start = async (port = 0): Promise<Server> => {
    const started = await startServer({ log, port });
    started.faults = (call) => {
      const number = drawn[calls++ % drawn.length] ?? 0;
      // Every seventh call or so. What is only in between is drawn by the same number.
      const fault = number % 7 !== 0 ? undefined : FAULTS[Math.floor(number / 7) % FAULTS.length];
      if (fault === undefined) return null;
      if (typeof fault !== 'string') return canSuffer(call, fault) ? fault : null;
      changing = changing.then(async () => {
        const before = server;
        if (before === null || calls % 3 !== 0) return;
        await before.stop({ abrupt: fault === 'kill' });
        server = await start(before.port);
      });
      return null;
    };
    return started;
  };
  return {
    log,
    async begin() {
      server = await start();
      return server.connectionString;
    },
    /** Nothing fails any more. */
    async heal() {
      await changing;
      if (server !== null) server.faults = null;
    },
    end: async () => server?.stop(),
  };
}

/** The event's own id, which stands beside the one that the server knows it by. */
const ownId = ({ metadata }: LogRecord): string => JSON.parse(Buffer.from(metadata).toString()).id;

/** Appends until it is said that it was stored, as whoever must not lose a command would. */
async function insist(store: EventStore, stream: string, revision: number, n: number): Promise<void> {
  for (;;) {
    try {
      const answer = await store.append(stream, revision, [numbered(n)]);
      expect(answer).toMatchObject({ kind: 'appended', revision: revision + 1, events: [{ id: uuid(n) }] });
      return;
    } catch (thrown) {
      if (isStoreError(thrown) && ['outcome-unknown', 'store-unreachable'].includes(thrown.code)) continue;
      throw thrown;
    }
  }
}

test('under any faults, every command that was acknowledged is there exactly once and in order', async () => {
  const failing = failingServer();
  const connectionString = await failing.begin();
  const budgets = { ...SOON, attemptMs: 120, totalMs: 3_000 };
  const stores = [0, 1].map(() => openEventStoreDb({ connectionString, budgets }));
  const follower = openEventStoreDb({ connectionString, budgets });
  const followed: string[] = [];
  const given = new AbortController();
  const following = (async () => {
    for await (const { events } of follower.subscribe({ signal: given.signal, limit: 20 })) {
      followed.push(...events.map(({ event: { id } }) => id));
      if (followed.length >= APPENDS) return;
    }
  })();
  const writers = Array.from({ length: STREAMS }, async (_, index) => {
    for (let n = index, revision = 0; n < APPENDS; n += STREAMS, revision++) {
      const store = stores[revision % 2];
      if (store !== undefined) await insist(store, `s${index}`, revision, n);
    }
  });
  await Promise.all(writers);
  await failing.heal();
  await following;
  for (let index = 0; index < STREAMS; index++) {
    const ids = failing.log.of(`emargement-s${index}`).map(ownId);
    const expected = Array.from({ length: Math.ceil((APPENDS - index) / STREAMS) }, (_, n) =>
      uuid(index + n * STREAMS),
    );
    expect(ids).toEqual(expected);
    expect((await follower.readStream(`s${index}`)).map(({ id }) => id)).toEqual(expected);
  }
  // The follower missed nothing, saw nothing twice, and all in the one order.
  const order = failing.log.all.filter(({ stream }) => stream.startsWith('emargement-')).map(ownId);
  expect(followed).toEqual(order);
  given.abort();
  for (const store of [...stores, follower]) await store.close();
  await failing.end();
}, 3_600_000);
