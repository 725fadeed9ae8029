import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { type EventStoreDbStore, openEventStoreDb } from '../../src/adapters/eventstoredb/index.ts';
import { openMemoryViews } from '../../src/adapters/memory/views.ts';
import { openProjector } from '../../src/adapters/projector/index.ts';
import type { NewEvent } from '../../src/domain/store/envelope.ts';
import { attendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { median, type Verdict } from './ratio.ts';
import { started } from './server/started.ts';
import { readHistories, textsOfSessions } from './sessions.ts';

const ROUNDS = 200;
const WARM_UP = 80;
const PER_ROUND = 25;

/** Events that are caught up with. */
const EVENTS = 200_000;
const SESSIONS = 50;

/** Who appends plainly says who it is each time; without TLS nothing of it is sent. */
const NOBODY = { username: '', password: '' };

/** A session's events, as if they were of another one: each has an id of its own. */
const ofSession = (events: readonly NewEvent[], session: number): readonly NewEvent[] =>
  events.map((event, n) => ({
    ...event,
    id: `00000000-0000-4000-8000-${(session * 1_000 + n).toString(16).padStart(12, '0')}`,
  }));

const sessions = readHistories(textsOfSessions(SESSIONS)) as readonly (readonly NewEvent[])[];

/** One append after the other through the adapter, against the client's own, in turns: what a host would write by hand. */
async function appending(client: EventStoreDBClient, store: EventStoreDbStore): Promise<Verdict> {
  const events = ofSession(sessions[0] ?? [], 0).slice(0, PER_ROUND);
  const bare = async (round: number): Promise<number> => {
    const start = performance.now();
    for (const [n, { id, type, data, ...envelope }] of events.entries()) {
      const event = jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...envelope } });
      const expectedRevision = n === 0 ? NO_STREAM : BigInt(n - 1);
      await client.appendToStream(`bare-${round}`, event, { expectedRevision, credentials: NOBODY });
    }
    return performance.now() - start;
  };
  const adapted = async (round: number): Promise<number> => {
    const start = performance.now();
    for (const [n, event] of events.entries()) {
      const answer = await store.append(`appended-${round}`, n, [event]);
      if (answer.kind === 'conflict') throw new Error('Others write to the stream of a bench');
    }
    return performance.now() - start;
  };
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % 2 === 0 ? await bare(round) : await adapted(round);
    const second = round % 2 === 0 ? await adapted(round) : await bare(round);
    ratios.push(round % 2 === 0 ? first / second : second / first);
  }
  const what = 'EventStoreDB: appends through the adapter against the client’s own, one by one';
  return { what, ratio: median(ratios.slice(WARM_UP)), limit: { kind: 'at-least', value: 0.9 } };
}

/** Fills the server with sessions, and says how many events that made. */
async function filled(store: EventStoreDbStore): Promise<number> {
  let events = 0;
  for (let session = 1; events < EVENTS; session++) {
    const some = ofSession(sessions[session % sessions.length] ?? [], session);
    await store.append(`session-${session}`, 'none', some);
    events += some.length;
  }
  return events;
}

/** Everything from the beginning into the attendance sheets, against reading the same events and doing nothing. */
async function catchingUp(client: EventStoreDBClient, store: EventStoreDbStore): Promise<Verdict> {
  const events = await filled(store);
  const bare = async (): Promise<number> => {
    const start = performance.now();
    let read = 0;
    for await (const { event } of client.readAll()) {
      if (event?.streamId.startsWith('emargement-session-') === true) read++;
    }
    if (read !== events) throw new Error(`${read} events are read, and not ${events}`);
    return performance.now() - start;
  };
  const projected = async (): Promise<number> => {
    const start = performance.now();
    const views = openMemoryViews();
    const sheets = { name: 'sheets', version: 1, row: attendanceSheet, columns: {} };
    const projector = openProjector(store, views, [sheets]);
    await projector.catchUp();
    const rows = (await views.query('sheets'))?.rows.length ?? 0;
    if (rows === 0) throw new Error('Nothing is projected');
    await projector.close();
    return performance.now() - start;
  };
  const ratios: number[] = [];
  for (let round = 0; round < 3; round++) {
    const alone = await bare();
    ratios.push(alone / (await projected()));
  }
  const what = `EventStoreDB: catching up with ${events} events and projecting them against reading them`;
  return { what, ratio: median(ratios), limit: { kind: 'at-least', value: 0.7 } };
}

/** What the adapter to a server costs. */
export async function serverVerdicts(): Promise<readonly Verdict[]> {
  const server = await started();
  const client = EventStoreDBClient.connectionString(server.connectionString);
  const store = openEventStoreDb({ connectionString: server.connectionString });
  try {
    return [await appending(client, store), await catchingUp(client, store)];
  } finally {
    await store.close();
    await client.dispose();
    await server.stop();
  }
}
