import { asErased } from '../domain/erasure.ts';
import type { Fact, SessionEvent } from '../domain/events/catalogue.ts';
import { upToDate } from '../domain/events/upcast.ts';
import { apply, type Draft, newDraft, type Session, sessionOf } from '../domain/machine/replay.ts';
import type { StoredEvent } from '../domain/store/envelope.ts';
import type { EventStore } from '../domain/store/port.ts';
import { sessionStream } from './streams.ts';

/** Most sessions whose state is kept at hand. */
const KEPT = 1_000;

/** A session's state as of some revision, kept so that a command costs the same however long the history is. */
export interface KeptSession {
  readonly session: string;
  readonly draft: Draft;
  /** Revision of the first event of each command that was carried out. */
  readonly handled: Map<string, number>;
}

/** What the state needs to know of something that was recorded, and by which command it was. */
export type RecordedFact = Fact & Pick<StoredEvent, 'commandId'>;

/** A session as it stands, as a copy that shares nothing with the one at hand. */
export const copyOfSession = ({ draft }: KeptSession): Session => structuredClone(sessionOf(draft));

/** The sessions at hand. */
export interface Sessions {
  /** A session as it was last seen; read from the store where it is not at hand. `isFresh` says which. */
  seen(session: string): Promise<{ readonly kept: KeptSession; readonly isFresh: boolean }>;
  /** A session as it stands in the store; read anew, so that what others recorded is in it. */
  current(session: string): Promise<KeptSession>;
  /** Reads what was recorded since. @returns whether there was anything */
  catchUp(kept: KeptSession): Promise<boolean>;
  /** Takes in what was recorded; what is taken in belongs to the session, and nobody else may keep it. */
  take(kept: KeptSession, facts: Iterable<RecordedFact>): void;
  /** Lets go of a session of which it is not known how its record stands. */
  forget(session: string): void;
  /**
   * A session's whole history, as the rulebook of today reads it, without what is personal of those who were erased:
   * whatever moment is looked at then, it does not come back.
   */
  history(session: string): Promise<readonly SessionEvent[]>;
}

/** Keeps the sessions of a store at hand, those used last first. */
export function sessionsOf(store: EventStore): Sessions {
  const atHand = new Map<string, KeptSession>();

  const take: Sessions['take'] = ({ draft, handled }, facts) => {
    for (const fact of facts) {
      // Somebody who only looks may have read it meanwhile.
      if (fact.revision <= draft.state.revision) continue;
      apply(draft, fact);
      if (!handled.has(fact.commandId)) handled.set(fact.commandId, fact.revision);
    }
  };

  const catchUp: Sessions['catchUp'] = async (kept) => {
    const { revision } = kept.draft.state;
    const since = await store.readStream(sessionStream(kept.session), { from: revision + 1 });
    take(
      kept,
      since.map((event) => upToDate(event)),
    );
    return since.length > 0;
  };

  const keep = (kept: KeptSession): void => {
    atHand.delete(kept.session);
    atHand.set(kept.session, kept);
    const [oldest] = atHand.keys();
    if (oldest !== undefined && atHand.size > KEPT) atHand.delete(oldest);
  };

  const seen: Sessions['seen'] = async (session) => {
    const known = atHand.get(session);
    const kept = known ?? { session, draft: newDraft(), handled: new Map() };
    if (known === undefined) await catchUp(kept);
    keep(kept);
    return { kept, isFresh: known === undefined };
  };

  return {
    seen,
    async current(session) {
      const { kept, isFresh } = await seen(session);
      if (!isFresh) await catchUp(kept);
      return kept;
    },
    catchUp,
    take,
    forget(session) {
      atHand.delete(session);
    },
    async history(session) {
      const events = await store.readStream(sessionStream(session));
      return asErased(events.map((event) => upToDate(event)));
    },
  };
}
