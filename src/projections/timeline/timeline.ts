import { withoutPersons } from '../../domain/erasure.ts';
import { EVENT_TYPES, type EventType, type SessionEvent } from '../../domain/events/catalogue.ts';
import { personOf } from '../../domain/privacy/person.ts';
import type { Person } from '../../domain/values/person.ts';
import { once, onEach, type Versioned } from '../compose.ts';
import { byOccurrence, entryMark, type Noted } from '../entry.ts';
import { sentenceOf } from '../french/sentences.ts';
import { type SessionHeader, sessionHeader, zoneOf } from '../header.ts';
import { advance, type Projection } from '../projection.ts';

/** One event, as a reader of the history sees it. */
export interface TimelineEntry extends Noted {
  readonly type: EventType;
  /** What happened, in French. */
  readonly sentence: string;
  /** Of whom the sentence may say something personal; `null` where it does of nobody. */
  readonly person: Person | null;
  /** The same sentence as erasure leaves it. */
  readonly erasedSentence: string;
  /** The revision of the event that took it back; `null` where it stands. */
  readonly retractedBy: number | null;
}

/** Every event of one session, in the order of the record. */
export interface Timeline extends Versioned {
  readonly header: SessionHeader;
  readonly entries: readonly TimelineEntry[];
}

function erasedForm(event: SessionEvent, zone: string): Pick<TimelineEntry, 'person' | 'erasedSentence'> {
  const person = personOf(event);
  // An event of nobody stays as it is, whoever is named.
  const { type, data } = withoutPersons(event, [person ?? 'session']);
  return { person, erasedSentence: sentenceOf(type, data, zone) };
}

const entryOf = (event: SessionEvent, zone: string): TimelineEntry => ({
  type: event.type,
  occurredAt: event.occurredAt,
  sentence: sentenceOf(event.type, event.data, zone),
  ...erasedForm(event, zone),
  retractedBy: null,
  entry: entryMark(event),
});

type Told = Omit<Timeline, 'revision'>;

/** The history with one line more. */
function withEntry(view: Told, event: SessionEvent): Told {
  const header = advance(sessionHeader, view.header, event);
  return { header, entries: [...view.entries, entryOf(event, zoneOf(header))] };
}

const told = onEach<Told>({ header: sessionHeader.initial, entries: [] }, EVENT_TYPES, withEntry);

/** A history whose lines were changed. */
const changed = (view: Told, change: (line: TimelineEntry) => TimelineEntry): Told => ({
  ...view,
  entries: view.entries.map(change),
});

/** The history of a session: one line for each event. */
export const timeline: Projection<Timeline> = once({
  initial: told.initial,
  on: {
    ...told.on,
    EntryRetracted(view, event) {
      const { revision: retractedBy, data } = event;
      const marked = (line: TimelineEntry) => (line.entry.revision === data.entry ? { ...line, retractedBy } : line);
      return withEntry(changed(view, marked), event);
    },
    PersonErased(view, event) {
      const { person } = event.data;
      const forgetting = (line: TimelineEntry) =>
        line.person === person ? { ...line, sentence: line.erasedSentence } : line;
      return withEntry(changed(view, forgetting), event);
    },
  },
});

/** Which order a history is read in: as it was recorded, or as it happened in the room. */
export type TimelineOrder = 'recorded' | 'occurred';

/** The lines of a history in this order; what happened at the same instant keeps the order of the record. */
export const entriesBy = ({ entries }: Timeline, order: TimelineOrder): readonly TimelineEntry[] =>
  order === 'recorded' ? entries : entries.toSorted(byOccurrence);
