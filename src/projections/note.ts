import { withoutPersons } from '../domain/erasure.ts';
import type { EventData, EventType, SessionEvent } from '../domain/events/catalogue.ts';
import type { Person } from '../domain/values/person.ts';
import { ERASED } from '../domain/values/personal.ts';
import { byOccurrence, type EntryMark, entryMark, type Noted } from './entry.ts';

/** Every type of event but the one that takes another back. */
export type NotedType = Exclude<EventType, 'EntryRetracted'>;

/** A fact as views show it: its type, the fields of its event, when it happened, and apart from these its entry. */
export type Note<T extends NotedType = NotedType> = {
  [K in T]: { readonly type: K } & Noted & EventData<K>;
}[T];

/** The fact that an event tells. */
export function noteOf<T extends NotedType>(event: SessionEvent<T>): Note<T> {
  const noted = event as unknown as SessionEvent<NotedType>;
  const { type, data, occurredAt } = noted;
  return { ...data, type, occurredAt, entry: entryMark(noted) } as unknown as Note<T>;
}

/** A fact that was taken back, by whom and why. */
export interface Retraction<T extends NotedType = NotedType> extends Noted {
  /** The fact as it was noted; it counts no more. */
  readonly note: Note<T>;
  readonly reason: EventData<'EntryRetracted'>['reason'];
  /** When it was taken back; epoch milliseconds. */
  readonly occurredAt: number;
  /** Who took it back is the actor of this entry. */
  readonly entry: EntryMark;
}

/** What was noted about one candidate, or about the session as a whole. */
export interface Notebook<T extends NotedType = NotedType> {
  /** What counts, in the order in which it happened. */
  readonly standing: readonly Note<T>[];
  /** What was taken back, in the order of the record. */
  readonly retracted: readonly Retraction<T>[];
}

/** A notebook in which nothing was noted. */
export const BLANK: Notebook<never> = { standing: [], retracted: [] };

/** A notebook with one more fact, at the place where it happened. Most facts are noted as they happen, and come last. */
export function noteIn<T extends NotedType>(book: Notebook<T>, note: Note<T>): Notebook<T> {
  const before = book.standing.findLastIndex((other) => byOccurrence(other, note) < 0);
  return { ...book, standing: book.standing.toSpliced(before + 1, 0, note) };
}

/** A notebook in which the facts of these revisions no longer count, and nothing is said of it. */
export const without = <T extends NotedType>(book: Notebook<T>, ...revisions: readonly number[]): Notebook<T> => ({
  ...book,
  standing: book.standing.filter(({ entry }) => !revisions.includes(entry.revision)),
});

/** A notebook in which what was said of the same thing, by facts of these types, no longer counts. */
export const replaced = <T extends NotedType>(book: Notebook<T>, types: readonly NotedType[]): Notebook<T> =>
  types.length === 0 ? book : { ...book, standing: book.standing.filter(({ type }) => !types.includes(type)) };

/** A notebook in which a fact was taken back; the same where it does not count there. */
export function takenBack<T extends NotedType>(book: Notebook<T>, event: SessionEvent<'EntryRetracted'>): Notebook<T> {
  const { occurredAt, data } = event;
  const note = book.standing.find(({ entry }) => entry.revision === data.entry);
  if (note === undefined) return book;
  const retraction = { note, reason: data.reason, occurredAt, entry: entryMark(event) };
  return { ...without(book, data.entry), retracted: [...book.retracted, retraction] };
}

/** A fact without what is personal of somebody, where it is about them. */
const forgetting = <T extends NotedType>(note: Note<T>, person: Person): Note<T> =>
  withoutPersons({ type: note.type, data: note }, [person]).data;

/** A notebook without what is personal of somebody. Why something was taken back is said of the session. */
export const forgettingIn = <T extends NotedType>(book: Notebook<T>, person: Person): Notebook<T> => ({
  standing: book.standing.map((note) => forgetting(note, person)),
  retracted: book.retracted.map((retraction) => ({
    ...retraction,
    note: forgetting(retraction.note, person),
    reason: person === 'session' ? ERASED : retraction.reason,
  })),
});

/** The facts of these types, in the order in which they happened. */
export const allOf = <T extends NotedType, K extends T>(
  notes: readonly Note<T>[],
  ...types: readonly K[]
): readonly Note<K>[] =>
  notes.filter(({ type }) => (types as readonly NotedType[]).includes(type)) as unknown as readonly Note<K>[];

/** The fact of one type that happened last, or `null`. */
export const latestOf = <T extends NotedType, K extends T>(notes: readonly Note<T>[], type: K): Note<K> | null =>
  allOf(notes, type).at(-1) ?? null;
