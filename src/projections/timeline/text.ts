import { timestamp } from '../french/dates.ts';
import { actorName } from '../french/words.ts';
import { zoneOf } from '../header.ts';
import { page, titled } from '../terminal/page.ts';
import { table } from '../terminal/table.ts';
import { entriesBy, type Timeline, type TimelineEntry, type TimelineOrder } from './timeline.ts';

const TITLES = ['Rang', 'Survenu', 'Enregistré', 'Par', 'Fait'];

function row({ occurredAt, entry, sentence, retractedBy }: TimelineEntry, zone: string): readonly string[] {
  const marks = [
    ...(entry.late ? ['[saisi après coup]'] : []),
    ...(retractedBy === null ? [] : [`[retiré par le rang ${retractedBy}]`]),
  ];
  return [
    String(entry.revision),
    timestamp(occurredAt, zone),
    timestamp(entry.recordedAt, zone),
    actorName(entry.actor),
    [sentence.replaceAll('\n', ' '), ...marks].join(' '),
  ];
}

/** The history of a session as a text, one line for each event however long it is, on the room's wall clock. */
export function timelineText(timeline: Timeline, order: TimelineOrder = 'recorded'): string {
  const zone = zoneOf(timeline.header);
  return page(
    titled(
      `HISTORIQUE DE LA SESSION ${timeline.header.session} (heures : ${zone})`,
      table(
        TITLES.map((title) => ({ title })),
        entriesBy(timeline, order).map((entry) => row(entry, zone)),
        Number.POSITIVE_INFINITY,
      ),
    ),
  );
}
