import { createActor } from 'xstate';
import { type Deadline, deadlines } from '../domain/deadlines.ts';
import type { Session } from '../domain/machine/replay.ts';
import { type Notice, noticesOf } from '../domain/notices.ts';
import type { EventStore } from '../domain/store/port.ts';
import { missedBy, noticeClock } from './noticeClock.ts';
import type { Ports } from './ports.ts';
import { copyOfSession, type KeptSession, type Sessions } from './sessions.ts';

/** What a live session tells its listener. */
export interface LiveListener {
  /** Called at the instant of a notice. */
  readonly onNotice?: (notice: Notice) => void;
  /** Called after something was recorded, here or by another process. */
  readonly onChange?: (session: Session) => void;
  /** Called where the record cannot be read; the session goes on with what it knew, and tries again at the next change. */
  readonly onFault?: (fault: unknown) => void;
}

/** A session that is followed while it goes on. */
export interface LiveSession {
  /** The notices that were due before the session was followed: after a restart, what nobody may have been told. */
  readonly missed: readonly Notice[];
  /** The session as it is known. */
  session(): Session;
  /** Each candidate's remaining time, now. */
  deadlines(): readonly Deadline[];
  /** Ends it; no listener is called after this. */
  stop(): void;
}

/**
 * Follows a session: its record, and its clock.
 *
 * @param kept the session, up to date
 */
export function follow(
  store: EventStore,
  sessions: Sessions,
  { clock }: Ports,
  kept: KeptSession,
  { onNotice, onChange, onFault }: LiveListener,
): LiveSession {
  const now = () => clock.now();
  const current = () => copyOfSession(kept);
  const notices = noticesOf(kept.draft.state);
  const missed = missedBy(notices, now());
  const actor = createActor(noticeClock, { clock, input: { now, notices, missed } });
  let known = kept.draft.state.revision;
  let isStopped = false;

  const look = async (): Promise<void> => {
    try {
      await sessions.catchUp(kept);
    } catch (fault) {
      if (!isStopped) onFault?.(fault);
      return;
    }
    if (isStopped || kept.draft.state.revision === known) return;
    const session = current();
    known = session.state.revision;
    actor.send({ type: 'SESSION_CHANGED', notices: noticesOf(session.state) });
    onChange?.(session);
  };

  if (onNotice !== undefined) actor.on('notice', ({ notice }) => onNotice(notice));
  actor.start();
  const unsubscribe = store.onAppend(() => void look());
  // What came between the last look and the subscription rings no bell.
  void look();

  return {
    missed,
    session: current,
    deadlines: () => deadlines(kept.draft.state, now()),
    stop() {
      isStopped = true;
      unsubscribe();
      actor.stop();
    },
  };
}
