import { holderOf } from '../../src/domain/reservation.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import type { Register } from '../../src/service/register.ts';
import { must, plan, say } from '../support/asked.ts';

/** A code in letters and digits that can be dictated. */
export const DICTATED = /^[BCDFGHJKMPQRTVWXY]{4}[2346789]{2}$/;

/** Bytes that always draw BBBB22. */
export const alwaysTheSame = (bytes: number) => new Uint8Array(bytes);

/** Who holds a code, as its own stream says. */
export const holder = async (store: EventStore, accessCode: string) =>
  holderOf(await store.readStream(`access-code-${accessCode}`));

/** Cancels a session. */
export const cancel = (session: string, frame = {}) =>
  say(session, 'CancelSession', { reason: 'Salle en travaux' }, frame);

/** Issues this code to a session. */
export const give = (session: string, accessCode: string, frame = {}) =>
  say(session, 'IssueAccessCode', { accessCode }, frame);

/** Plans sessions. */
export async function planned(inUse: Register, ...sessions: readonly string[]) {
  for (const session of sessions) await must(inUse.handle(plan(session, {}, { id: `plan-${session}` })));
}
