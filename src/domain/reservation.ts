import { z } from 'zod';
import { type StoredEvent, sessionIdentity } from './store/envelope.ts';
import { accessCode } from './values/codes.ts';

/**
 * Access codes are unique because each has a stream of its own, which is created once and names the session that holds
 * the code. A session that is cancelled releases its code, and another may reserve it then.
 */
export type ReservationType = 'AccessCodeReserved' | 'AccessCodeReleased';

/** What both events hold. */
export const reservationData = z.strictObject({ accessCode, session: sessionIdentity });

/** The version of {@link reservationData}. */
export const RESERVATION_VERSION = 1;

/** An access code and the session that it is reserved for. */
export type Reservation = z.output<typeof reservationData>;

/** Whether an event is about a reservation. */
export const isReservation = (event: StoredEvent): event is StoredEvent<ReservationType, Reservation> =>
  event.type === 'AccessCodeReserved' || event.type === 'AccessCodeReleased';

/**
 * The session that holds a code.
 *
 * @param events the stream of the code
 * @returns `null` where the code is free
 */
export function holderOf(events: readonly StoredEvent[]): string | null {
  const last = events.findLast(isReservation);
  return last?.type === 'AccessCodeReserved' ? last.data.session : null;
}
