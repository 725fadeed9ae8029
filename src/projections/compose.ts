import { EVENT_TYPES, type EventType, type SessionEvent } from '../domain/events/catalogue.ts';
import { advance, type Handlers, type Projection, project } from './projection.ts';

/** The same handler for each of these types. The one place where handlers are made without naming each type. */
const handlersOf = <V>(types: readonly EventType[], handle: (view: V, event: SessionEvent) => V): Handlers<V> =>
  Object.fromEntries(types.map((type) => [type, handle])) as Handlers<V>;

/** The types that any of these projections handles. */
export const typesOf = (parts: readonly { readonly on: object }[]): readonly EventType[] =>
  EVENT_TYPES.filter((type) => parts.some(({ on }) => Object.hasOwn(on, type)));

/** A projection that treats all these types of event alike. */
export const onEach = <V>(
  initial: V,
  types: readonly EventType[],
  handle: (view: V, event: SessionEvent) => V,
): Projection<V> => ({ initial, on: handlersOf(types, handle) });

/** A view made of named parts, each folded by its own projection. */
export function combine<V extends object>(parts: { readonly [K in keyof V]: Projection<V[K]> }): Projection<V> {
  const named = Object.entries(parts) as unknown as readonly (readonly [keyof V, Projection<V[keyof V]>])[];
  const viewOf = (part: (name: keyof V, projection: Projection<V[keyof V]>) => V[keyof V]): V =>
    Object.fromEntries(named.map(([name, projection]) => [name, part(name, projection)])) as V;
  return onEach(
    viewOf((_, { initial }) => initial),
    typesOf(named.map(([, projection]) => projection)),
    (view, event) => viewOf((name, projection) => advance(projection, view[name], event)),
  );
}

/** A view with what a part of it has become; the same where it is what it was. */
const having = <V extends P, P extends object>(view: V, part: P): V => (part === view ? view : { ...view, ...part });

/** A view that has the fields of two others. */
export function merge<A extends object, B extends object>(a: Projection<A>, b: Projection<B>): Projection<A & B> {
  const each = onEach({ ...a.initial, ...b.initial }, typesOf([a, b]), (view: A & B, event) => {
    // Most events concern one of the two.
    const whole = having<A & B, A>(view, advance(a, view, event));
    return having<A & B, B>(whole, advance(b, whole, event));
  });
  const over = (view: A & B, events: readonly SessionEvent[]) => {
    const whole = having<A & B, A>(view, project(a, events, view));
    return having<A & B, B>(whole, project(b, events, whole));
  };
  return { ...each, over: (view, events) => over(view, [...events]) };
}

/**
 * Adds to a view what follows from it, so that a reader finds it ready and nobody keeps it twice by hand. Of many events,
 * it is made to follow once.
 */
export const derive = <K extends object, D extends object>(
  base: Projection<K>,
  follows: (kept: K) => D,
): Projection<K & D> => ({
  ...onEach({ ...base.initial, ...follows(base.initial) }, typesOf([base]), (view: K & D, event) => {
    const kept = advance(base, view, event);
    return { ...kept, ...follows(kept) };
  }),
  over(view, events) {
    const kept = project(base, events, view);
    return kept === view ? view : { ...view, ...kept, ...follows(kept) };
  },
});

/** A view that knows up to which event it was made. */
export interface Versioned {
  /** The revision of the last event that was taken in; 0 where there was none. */
  readonly revision: number;
}

/**
 * A view of one stream that takes in each event once: an event that is handed over again, after a crash or by a
 * follower that goes back too far, changes nothing.
 *
 * @param types which events count for its revision: all of them, or fewer where most would make a new view for nothing
 */
export const once = <V extends object>(
  part: Projection<V>,
  types: readonly EventType[] = EVENT_TYPES,
): Projection<V & Versioned> => {
  const each = onEach({ ...part.initial, revision: 0 }, types, (view: V & Versioned, event) =>
    event.revision <= view.revision ? view : { ...view, ...advance(part, view, event), revision: event.revision },
  );
  return {
    ...each,
    over(view, events) {
      let { revision } = view;
      const news: SessionEvent[] = [];
      for (const event of events) {
        if (event.revision <= revision || !Object.hasOwn(each.on, event.type)) continue;
        news.push(event);
        ({ revision } = event);
      }
      return news.length === 0 ? view : { ...view, ...project(part, news, view), revision };
    },
  };
};

/** A view of one stream that says which. */
export const ofStream = <V extends object>(part: Projection<V>): Projection<V & { readonly stream: string }> =>
  onEach<V & { readonly stream: string }>({ ...part.initial, stream: '' }, typesOf([part]), (view, event) => {
    const after = advance(part, view, event);
    return after === view ? view : { ...after, stream: event.stream };
  });

/** One view for each stream, in the order in which the streams appear in the record. */
export const perStream = <V extends object>(
  part: Projection<V>,
): Projection<readonly (V & { readonly stream: string })[]> =>
  onEach<readonly (V & { readonly stream: string })[]>([], typesOf([part]), (views, event) => {
    const { stream } = event;
    const place = views.findLastIndex((view) => view.stream === stream);
    const before = views[place];
    if (before === undefined) return [...views, { ...advance(part, part.initial, event), stream }];
    return views.with(place, { ...advance(part, before, event), stream });
  });
