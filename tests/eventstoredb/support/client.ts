import { randomUUID } from 'node:crypto';
import {
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  type AppendToStreamOptions,
  type EventData,
  jsonEvent,
  type StreamSubscription,
} from '@eventstore/db-client';
import { once } from '../server/log/awake.ts';

const { EMARGEMENT_ESDB } = process.env;

/** The two ways in which the client appends: it takes the plain one where a call has credentials of its own. */
export const PATHS: readonly { readonly path: string; readonly options: AppendToStreamOptions }[] = [
  { path: 'in batches', options: {} },
  { path: 'plainly', options: { credentials: credentialsOf(EMARGEMENT_ESDB) } },
];

/** Who a connection string speaks for; nobody, who is never sent without TLS, where it names none. */
function credentialsOf(connectionString = 'esdb://localhost') {
  const { username, password } = new URL(connectionString.replace(/^[a-z+]+:/, 'http:'));
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** An event with this id. */
export const event = (id: string = randomUUID(), data: unknown = { id }): EventData =>
  jsonEvent({ id, type: 'Noted', data: { data } });

/** That many events. */
export const events = (count: number): EventData[] => Array.from({ length: count }, () => event());

export const idsOf = (written: readonly EventData[]): readonly string[] => written.map(({ id }) => id);

/** All that is read. */
export async function all<Event>(reading: AsyncIterable<Event>): Promise<readonly Event[]> {
  const read: Event[] = [];
  for await (const one of reading) read.push(one);
  return read;
}

/** The ids of all that is read. */
export const idsRead = async (reading: AsyncIterable<{ event?: { id: string } }>): Promise<readonly string[]> =>
  (await all(reading)).map((read) => read.event?.id ?? '');

/** What a promise is rejected with; fails where it is not. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('no error');
}

/** What a subscriber is told, in order. */
export interface Told {
  readonly told: readonly string[];
  readonly error: unknown;
  /** Waits until something holds of what it was told. */
  until(holds: (told: readonly string[]) => boolean): Promise<void>;
  /** Notes something among what it is told. */
  note(what: string): void;
  readonly end: () => Promise<void>;
}

/** Listens to a subscription: `confirmation`, `caughtUp`, `end`, and the id of every event. */
export function listenTo(subscription: StreamSubscription | AllStreamSubscription): Told {
  const told: string[] = [];
  const looks = new Set<() => void>();
  let error: unknown = null;
  const note = (what: string) => {
    told.push(what);
    for (const look of looks) look();
  };
  const listen = (look: () => void) => {
    looks.add(look);
    return () => {
      looks.delete(look);
    };
  };
  subscription
    .on('confirmation', () => note('confirmation'))
    .on('caughtUp', () => note('caughtUp'))
    .on('data', (resolved: { event?: Pick<AllStreamRecordedEvent, 'id'> }) => note(resolved.event?.id ?? 'gone'))
    .on('end', () => note('end'))
    .on('error', (thrown: unknown) => {
      error = thrown;
      note('error');
    });
  return {
    told,
    get error() {
      return error;
    },
    until: (holds) => once(listen, () => holds(told), new AbortController().signal),
    note,
    end: () => subscription.unsubscribe(),
  };
}
