import { replay } from '../../../domain/machine/replay.ts';
import type { SessionState } from '../../../domain/state/session.ts';
import type { Slot } from '../../../domain/values/slot.ts';
import type { AuditHistory } from '../../audit/history.ts';
import { oncePer } from './remembered.ts';

/** What has to be known of a session to judge another one. */
export interface Overview {
  /** The session's identity; empty where it was not planned. */
  readonly session: string;
  /** `null` where the session was not planned, or was cancelled. */
  readonly slot: Slot | null;
  readonly examiners: readonly string[];
  readonly registered: number;
  /** Who has which certification number. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A session of which it is known where it stands, in brief. */
export const overviewFrom = (
  { session, slot, examiners, registered, numbers }: SessionState,
  isCancelled: boolean,
): Overview => ({
  session,
  slot: isCancelled ? null : slot,
  examiners: [...new Set(examiners)],
  registered,
  numbers,
});

/** Another session, in brief; made once, so that to judge each session among all others does not replay all for each. */
export const overviewOf: (history: AuditHistory) => Overview = oncePer(({ events }) => {
  const { lifecycle, state } = replay(events);
  return overviewFrom(state, lifecycle === 'cancelled');
});
