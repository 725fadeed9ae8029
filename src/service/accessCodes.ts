import { holderOf, RESERVATION_VERSION, type ReservationType } from '../domain/reservation.ts';
import type { Actor, StoredEvent } from '../domain/store/envelope.ts';
import type { EventStore } from '../domain/store/port.ts';
import { ACCESS_CODE_BYTES, accessCodeFrom } from '../domain/values/codes.ts';
import type { DirectoryFollower } from './directory.ts';
import { eventId } from './ids.ts';
import type { Ports } from './ports.ts';
import { accessCodeStream } from './streams.ts';

/** How often a code is drawn before the alphabet is said to be exhausted. */
const DRAWS = 64;

/** Who changes a reservation, and by which command. */
export interface Reserver {
  readonly session: string;
  readonly commandId: string;
  readonly actor: Actor;
}

/** Makes access codes unique in the store. */
export interface AccessCodes {
  /**
   * A code for a session: the one that is reserved for it already, by a step that was cut off, or a new one.
   *
   * @returns `null` where no free code was found in a bounded number of draws
   */
  draw(session: string): Promise<string | null>;
  /**
   * Reserves a code for a session, by this very command also where another reserved it for the session already: that
   * one may come too late and take it back.
   *
   * @returns the session that holds it then, which may be another
   */
  reserve(accessCode: string, by: Reserver): Promise<string>;
  /** Takes back a reservation that this very command made alone; what another made, another may be about to use. */
  takeBack(accessCode: string, by: Reserver): Promise<void>;
  /** Gives back whatever the session holds. */
  releaseAll(by: Reserver): Promise<void>;
}

/** The commands that reserved a code since it was last free. */
const reservers = (events: readonly StoredEvent[]): readonly string[] =>
  events.slice(events.findLastIndex(({ type }) => type === 'AccessCodeReleased') + 1).map(({ commandId }) => commandId);

/** The access codes of a store. */
export function accessCodesOf(store: EventStore, directory: DirectoryFollower, ports: Ports): AccessCodes {
  /** @param last the last event of the code, after which this one follows */
  const change = (type: ReservationType, accessCode: string, last: StoredEvent | undefined, by: Reserver) => {
    const stream = accessCodeStream(accessCode);
    const { revision, recordedAt } = last ?? { revision: 0, recordedAt: 0 };
    const now = Math.max(ports.clock.now(), recordedAt);
    const { session, commandId, actor } = by;
    return store.append(stream, revision, [
      {
        id: eventId(stream, commandId, revision),
        type,
        schemaVersion: RESERVATION_VERSION,
        occurredAt: now,
        recordedAt: now,
        actor,
        commandId,
        correlationId: null,
        causationId: null,
        data: { accessCode, session },
      },
    ]);
  };

  const seen = async (accessCode: string) => {
    const events = await store.readStream(accessCodeStream(accessCode));
    return { holder: holderOf(events), last: events.at(-1), by: reservers(events) };
  };

  /** Gives a code back where the session holds it, and this very command reserved it or that does not matter. */
  const release = async (accessCode: string, by: Reserver, isOwnOnly: boolean): Promise<void> => {
    const { holder, last, by: commands } = await seen(accessCode);
    const isDue = holder === by.session && (!isOwnOnly || commands.every((command) => command === by.commandId));
    if (isDue) await change('AccessCodeReleased', accessCode, last, by);
  };

  const heldBy = async (session: string): Promise<readonly string[]> =>
    [...(await directory.current()).codes].filter(([, holder]) => holder === session).map(([code]) => code);

  return {
    async draw(session) {
      const [reserved] = await heldBy(session);
      if (reserved !== undefined) return reserved;
      const { codes } = await directory.current();
      for (let draws = 0; draws < DRAWS; draws++) {
        const code = accessCodeFrom(ports.random(ACCESS_CODE_BYTES));
        if (code !== null && !codes.has(code)) return code;
      }
      return null;
    },

    async reserve(accessCode, by) {
      for (;;) {
        const { holder, last, by: commands } = await seen(accessCode);
        if (holder !== null && (holder !== by.session || commands.includes(by.commandId))) return holder;
        const answer = await change('AccessCodeReserved', accessCode, last, by);
        // Where another was quicker, it is done with the code then, or holds it; so this ends.
        if (answer.kind === 'appended') return by.session;
      }
    },

    takeBack: (accessCode, by) => release(accessCode, by, true),

    async releaseAll(by) {
      for (const accessCode of await heldBy(by.session)) await release(accessCode, by, false);
    },
  };
}
