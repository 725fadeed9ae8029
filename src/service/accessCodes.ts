import { holderOf, RESERVATION_VERSION, type ReservationType } from '../domain/reservation.ts';
import type { Actor } from '../domain/store/envelope.ts';
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
  /** Reserves a code for a session. @returns the session that holds it then, which may be another */
  reserve(accessCode: string, by: Reserver): Promise<string>;
  /** Gives a code back, where the session still holds it. */
  release(accessCode: string, by: Reserver): Promise<void>;
}

/** The access codes of a store. */
export function accessCodesOf(store: EventStore, directory: DirectoryFollower, ports: Ports): AccessCodes {
  const change = (type: ReservationType, accessCode: string, revision: number, by: Reserver) => {
    const stream = accessCodeStream(accessCode);
    const now = ports.clock.now();
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
    return { holder: holderOf(events), revision: events.length };
  };

  return {
    async draw(session) {
      const { codes } = await directory.current();
      for (const [code, holder] of codes) if (holder === session) return code;
      for (let draws = 0; draws < DRAWS; draws++) {
        const code = accessCodeFrom(ports.random(ACCESS_CODE_BYTES));
        if (code !== null && !codes.has(code)) return code;
      }
      return null;
    },

    async reserve(accessCode, by) {
      for (;;) {
        const { holder, revision } = await seen(accessCode);
        if (holder !== null) return holder;
        const answer = await change('AccessCodeReserved', accessCode, revision, by);
        // Where another was quicker, the code has a holder now; so this ends.
        if (answer.kind === 'appended') return by.session;
      }
    },

    async release(accessCode, by) {
      const { holder, revision } = await seen(accessCode);
      if (holder === by.session) await change('AccessCodeReleased', accessCode, revision, by);
    },
  };
}
