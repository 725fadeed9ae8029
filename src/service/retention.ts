import type { Command } from '../domain/commands/catalogue.ts';
import { erasedIn } from '../domain/erasure.ts';
import type { SessionEvent } from '../domain/events/catalogue.ts';
import { upToDate } from '../domain/events/upcast.ts';
import { replay } from '../domain/machine/replay.ts';
import type { Lifecycle } from '../domain/machine/table.ts';
import { takenApart } from '../domain/privacy/box.ts';
import { dueForErasure, isStillOpen, type RetentionPolicy, readRetention } from '../domain/retention.ts';
import type { Actor } from '../domain/store/envelope.ts';
import { APPEND_EVENTS } from '../domain/store/json.ts';
import type { EventStore } from '../domain/store/port.ts';
import type { Person } from '../domain/values/person.ts';
import { isErased } from '../domain/values/personal.ts';
import type { Answer, Refused } from './answer.ts';
import { erasureId } from './ids.ts';
import { refusalBy } from './refusals.ts';
import { sessionOfStream, sessionStream } from './streams.ts';

/** How a policy is carried out. */
export interface RetentionRun {
  /** Whether people are erased; else nothing is changed, and the answer says who is due. */
  readonly apply: boolean;
  /** Who erases. */
  readonly actor: Actor;
  /** Why, as it is recorded; it is kept, so nothing personal belongs in it. */
  readonly reason: string;
}

/** A session, and since when it stands where it stands; epoch milliseconds. */
interface Standing {
  readonly session: string;
  readonly lifecycle: Lifecycle;
  readonly since: number;
}

/** A session that has kept personal data for long enough. */
export interface DueSession extends Standing {
  /** Those whose data are to be erased, and those who are said to be erased while the store still has data of theirs. */
  readonly persons: readonly Person[];
  /** Those of them who were erased now. */
  readonly erased: readonly Person[];
  /** What the register answered where it did not do so: everything that stands in the way. Else `null`. */
  readonly hindered: Exclude<Answer, { readonly kind: 'accepted' }> | null;
}

/** A session of which nobody can say whether anything is due, since its record cannot be read. */
export interface UnreadableSession {
  readonly session: string;
  /** The code of the fault. */
  readonly code: string;
  readonly message: string;
}

/** What a policy comes to, in all sessions of the record; or what is wrong with the policy, and nothing was done. */
export type RetentionAnswer =
  | Refused
  | {
      readonly kind: 'reviewed';
      readonly due: readonly DueSession[];
      /** Sessions that are older than the longest delay, and never reached a state that the policy names. */
      readonly stillOpen: readonly Standing[];
      readonly unreadable: readonly UnreadableSession[];
    };

/** What a run takes. */
interface Means {
  readonly store: EventStore;
  /** The streams of all sessions. */
  readonly streams: readonly string[];
  readonly handleAll: (commands: readonly Command[]) => Promise<Answer>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Those who are said to be erased although the store still shows data of theirs: somebody was cut off in between. */
function unfinished(history: readonly SessionEvent[]): readonly Person[] {
  const shown = new Set<Person>();
  for (const event of history) {
    const apart = takenApart(event);
    const isShown = apart !== null && Object.values(apart.personal).some((value) => !isErased(value));
    if (isShown) shown.add(apart.person);
  }
  return erasedIn(history).filter((person) => shown.has(person));
}

/** Reads a session as the store shows it, not as the register does. @returns the fault where it cannot be read */
async function readFrom(store: EventStore, stream: string): Promise<readonly SessionEvent[] | UnreadableSession> {
  try {
    return (await store.readStream(stream)).map((event) => upToDate(event));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
    if (typeof code !== 'string' || code === 'store-closed') throw thrown;
    return { session: sessionOfStream(stream), code, message: (thrown as Error).message };
  }
}

/** Erases those who are due, each by a command that has one effect however often it is sent. */
async function erase(
  { store, handleAll }: Means,
  session: string,
  { due, half }: { readonly due: readonly Person[]; readonly half: readonly Person[] },
  { actor, reason }: RetentionRun,
): Promise<Pick<DueSession, 'erased' | 'hindered'>> {
  const erased: Person[] = [];
  for (const person of half) {
    await store.erase?.(sessionStream(session), person);
    erased.push(person);
  }
  for (let from = 0; from < due.length; from += APPEND_EVENTS) {
    const persons = due.slice(from, from + APPEND_EVENTS);
    const answer = await handleAll(
      persons.map((person) => ({
        id: erasureId(session, person),
        session,
        actor,
        type: 'ErasePerson',
        data: { person, reason },
      })),
    );
    if (answer.kind !== 'accepted') return { erased, hindered: answer };
    erased.push(...persons);
  }
  return { erased, hindered: null };
}

/**
 * Carries out a retention policy: erases whoever was kept for long enough, or says who would be. Each session is a step
 * that can be done again; a run that was cut off is completed by the next one.
 *
 * @param input the policy, from outside
 */
export async function retain(means: Means, input: RetentionPolicy, run: RetentionRun): Promise<RetentionAnswer> {
  const reading = readRetention(input);
  if (reading.kind === 'refused') return reading;
  const { store, now } = means;
  if (run.apply && store.erase === undefined)
    return { kind: 'refused', refusals: [refusalBy('store-erases', 'apply')] };
  const found = { due: [] as DueSession[], stillOpen: [] as Standing[], unreadable: [] as UnreadableSession[] };
  for (const stream of means.streams) {
    const history = await readFrom(store, stream);
    if ('code' in history) {
      found.unreadable.push(history);
      continue;
    }
    const replayed = replay(history);
    const session = sessionOfStream(stream);
    const standing = { session, lifecycle: replayed.lifecycle, since: replayed.state.lifecycleAt };
    if (isStillOpen(replayed, reading.policy, now)) found.stillOpen.push(standing);
    const due = dueForErasure(replayed, reading.policy, now);
    const half = unfinished(history);
    const persons = [...due, ...half];
    if (persons.length === 0) continue;
    const done = run.apply ? await erase(means, session, { due, half }, run) : { erased: [], hindered: null };
    found.due.push({ ...standing, persons, ...done });
  }
  return { kind: 'reviewed', ...found };
}
