import type { SessionEvent } from '../../../domain/events/catalogue.ts';

/** The fields of an event that name an earlier event. */
const NAMES = ['entry', 'corrects'] as const;

/** Whether an event names another one. */
const namesOne = (event: SessionEvent, revision: number): boolean =>
  NAMES.some((name) => name in event.data && Reflect.get(event.data, name) === revision);

/** Whether nothing later in the record takes an event back or puts it right. */
export const standsAlone = (events: readonly SessionEvent[], { revision }: SessionEvent): boolean =>
  !events.some((event) => namesOne(event, revision));

/** The same history, but that one of its facts was typed in after all others: it happened when it happened. */
export function typedInLast(
  events: readonly SessionEvent[],
  late: SessionEvent,
  recordedAt: number,
): readonly SessionEvent[] {
  const order = [...events.filter((event) => event !== late), { ...late, recordedAt }];
  const places = new Map(order.map(({ revision }, place) => [revision, place + 1]));
  return order.map((event, place) => {
    const names = NAMES.filter((name) => name in event.data).map((name) => [
      name,
      places.get(Number(Reflect.get(event.data, name))),
    ]);
    return { ...event, revision: place + 1, data: { ...event.data, ...Object.fromEntries(names) } } as SessionEvent;
  });
}

/** A view without what tells how its facts came into the record: revisions, and when they were typed in by whom. */
export function withoutEntries(view: unknown): unknown {
  if (Array.isArray(view)) return view.map(withoutEntries);
  if (typeof view !== 'object' || view === null) return view;
  const kept = Object.entries(view).filter(
    ([name]) => !['entry', 'revision', 'corrects', 'lateEntries'].includes(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutEntries(value)]));
}
