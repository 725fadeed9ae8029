import type { EventType, SessionEvent } from '../../../../domain/events/catalogue.ts';

/** An event that a reader may want to compare with. */
export interface Landmark {
  readonly place: number;
  readonly text: string;
}

const TEXTS: Readonly<Partial<Record<EventType, string>>> = {
  SessionPlanned: 'planification',
  AccessCodeIssued: 'code attribué',
  AccessCodeGiven: 'code donné',
  SessionClosed: 'clôture',
  SessionCancelled: 'annulation',
  SheetSubmitted: 'transmission',
  SheetReturned: 'renvoi par Pix',
  ResultsSent: 'résultats transmis',
};

/** The steps of the lifecycle, each with the number of times that it was taken. */
export function landmarksOf(events: readonly SessionEvent[]): readonly Landmark[] {
  const times = new Map<string, number>();
  return events.flatMap(({ type }, index) => {
    const text = TEXTS[type];
    if (text === undefined) return [];
    const time = (times.get(text) ?? 0) + 1;
    times.set(text, time);
    return [{ place: index + 1, text: time === 1 ? text : `${text} (${time}e fois)` }];
  });
}
