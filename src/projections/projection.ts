import type { EventType, SessionEvent } from '../domain/events/catalogue.ts';

/** What a view does with each type of event that concerns it. A handler returns a view, and changes none. */
export type Handlers<V> = { readonly [T in EventType]?: (view: V, event: SessionEvent<T>) => V };

/**
 * A view as a fold over the record: what it is before anything happened, and what each event makes of it.
 *
 * A view that keeps anything personal answers `PersonErased`: from then on it shows what it would if it had never known
 * anything personal of that person, so that one that is followed live keeps no more than one that is rebuilt.
 */
export interface Projection<V> {
  /** The view of an empty record; plain data. */
  readonly initial: V;
  readonly on: Handlers<V>;
  /**
   * The same over several events, for a view much of which each event would make anew for the next to make it again. It
   * comes to what `on` comes to event by event, which is what is done where it is absent.
   */
  readonly over?: (view: V, events: Iterable<SessionEvent>) => V;
}

/**
 * The view after one more event; the same view where the event does not concern it. A type that nobody knows, of
 * another stream or a later version, is passed over.
 *
 * @param view is not changed
 */
export function advance<V>({ on }: Projection<V>, view: V, event: SessionEvent): V {
  if (!Object.hasOwn(on, event.type)) return view;
  const handle = on[event.type] as (view: V, event: SessionEvent) => V;
  return handle(view, event);
}

/**
 * The view of these events, in the order given: the whole record, a part of it that `asOf.ts` cuts out, or what came
 * since an earlier view.
 *
 * @param from the view to go on from; the empty one unless it is given
 */
export function project<V>(projection: Projection<V>, events: Iterable<SessionEvent>, from: V = projection.initial): V {
  if (projection.over !== undefined) return projection.over(from, events);
  let view = from;
  for (const event of events) view = advance(projection, view, event);
  return view;
}
