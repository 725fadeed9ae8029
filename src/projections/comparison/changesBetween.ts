import type { SessionEvent } from '../../domain/events/catalogue.ts';
import type { AuditHistory } from '../audit/history.ts';
import { advance, project } from '../projection.ts';
import { type Minutes, minutes } from '../pv/pv.ts';
import { type Documents, documentsOf } from '../replay/documents.ts';
import { type Change, changedBy, MOST_BETWEEN } from './change.ts';
import { type Differing, differing, type Reading, reader } from './reading.ts';

/** The sheet comes first; in each document what is about the session, then the candidates as on the sheet. */
const inOrder = (found: readonly Differing[]): readonly Differing[] =>
  (['sheet', 'pv'] as const).flatMap((document) => found.filter(({ field }) => field.document === document));

function assertPlace(place: number, size: number): void {
  if (!Number.isInteger(place) || place < 0 || place > size) {
    throw new RangeError(`there is no place ${place} among ${size} events`);
  }
}

/** What the documents say after some events, given that of them before. */
interface Glance {
  readonly reading: Reading;
  /** The events that changed each field on the way. */
  readonly by: ReadonlyMap<string, readonly SessionEvent[]>;
}

/** Looks at the documents after each event. */
function eachStep(
  start: Minutes,
  first: Documents,
  read: ReturnType<typeof reader>,
  events: readonly SessionEvent[],
): Glance {
  let [kept, documents, reading] = [start, first, read(first.pv)];
  const by = new Map<string, SessionEvent[]>();
  for (const event of events) {
    kept = advance(minutes, kept, event);
    documents = documentsOf(kept, documents);
    const next = read(documents.pv);
    for (const { key } of differing(reading, next)) by.set(key, [...(by.get(key) ?? []), event]);
    reading = next;
  }
  return { reading, by };
}

/** Looks at the documents after the last event alone. */
const atTheEnd = (start: Minutes, read: ReturnType<typeof reader>, events: readonly SessionEvent[]): Glance => ({
  reading: read(documentsOf(project(minutes, events, start), null).pv),
  by: new Map(),
});

/**
 * What the sheet and the PV say at one moment and not at another, field by field, each with the events between the two
 * that changed that field: by whom, when in the room, when in the record, and why.
 *
 * Up to {@link MOST_BETWEEN} events are looked at one by one: two hundred take some hundredths of a second, a thousand
 * about a second. Where more lie between, it is said what changed, and not by which of them.
 *
 * @param from the place of the one, as in a replay: after so many of the events that could be read
 * @param to the place of the other, which may be the earlier one; the events between are the same
 * @throws {RangeError} where there is no such place
 */
export function changesBetween({ events }: AuditHistory, from: number, to: number): readonly Change[] {
  for (const place of [from, to]) assertPlace(place, events.length);
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const read = reader();
  const kept = project(minutes, events.slice(0, first));
  const documents = documentsOf(kept, null);
  const start = read(documents.pv);
  const between = events.slice(first, last);
  const { reading, by } =
    between.length > MOST_BETWEEN ? atTheEnd(kept, read, between) : eachStep(kept, documents, read, between);
  const [a, b] = from === first ? [start, reading] : [reading, start];
  return inOrder(differing(a, b)).map(({ key, field: { document, candidate, field, title }, before, after }) => ({
    ...{ document, candidate, field, title, before, after },
    by: (by.get(key) ?? []).map(changedBy),
  }));
}

/** The place of the n-th time that the sheet went to Pix. */
function placeOfSubmission({ events }: AuditHistory, which: number): number {
  const places = events.flatMap(({ type }, index) => (type === 'SheetSubmitted' ? [index + 1] : []));
  const place = places[which - 1];
  if (place === undefined) throw new RangeError(`the sheet was submitted ${places.length} times, and not ${which}`);
  return place;
}

/**
 * What changed from one submission of the sheet to another.
 *
 * @param first which, from 1
 * @param second which, from 1
 * @throws {RangeError} where the sheet was not submitted so often
 */
export const changesBetweenSubmissions = (history: AuditHistory, first: number, second: number): readonly Change[] =>
  changesBetween(history, placeOfSubmission(history, first), placeOfSubmission(history, second));
