import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { LATE_AFTER } from '../../entry.ts';
import { duration } from '../../french/lengths.ts';
import { candidateIn } from '../analysis/candidateIn.ts';
import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';
import { eventWords } from '../words.ts';

const delayOf = ({ occurredAt, recordedAt }: SessionEvent): number => recordedAt - occurredAt;

const later = (a: SessionEvent, b: SessionEvent): SessionEvent => (delayOf(b) > delayOf(a) ? b : a);

/** What was typed in late of one kind about one candidate, and the entry that came latest after the fact. */
interface Group {
  readonly revisions: number[];
  latest: SessionEvent;
}

/** The late entries, by candidate and kind. */
function grouped(events: readonly SessionEvent[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const event of events) {
    if (delayOf(event) <= LATE_AFTER) continue;
    const key = `${candidateIn(event)} ${event.type}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { revisions: [event.revision], latest: event });
    else {
      group.revisions.push(event.revision);
      group.latest = later(group.latest, event);
    }
  }
  return groups.values();
}

/** « L'enseignant saisit, pour chaque session, les informations complémentaires »: a matter of course, and to be known. */
export const typedInLate: FindingRule = {
  name: 'typed-in-late',
  severity: 'note',
  sentence: 'lateEntry',
  about: {
    en: 'Something was typed in more than a quarter of an hour after it happened; told once for each candidate and kind.',
    fr: 'Un fait a été saisi plus d’un quart d’heure après s’être produit ; dit une fois par candidat et par nature.',
  },
  *find({ history, replayed: { clock } }) {
    for (const { revisions, latest } of grouped(history.events)) {
      const { type, occurredAt, recordedAt } = latest;
      const { en, fr } = eventWords(type);
      const delay = duration(Math.floor(delayOf(latest) / 1000));
      const count = revisions.length;
      const times = {
        en: `(happened ${clock.en(occurredAt)}, recorded ${clock.en(recordedAt)})`,
        fr: `(survenu à ${clock.fr(occurredAt)}, enregistré à ${clock.fr(recordedAt)})`,
      };
      yield foundAbout(candidateIn(latest), revisions, {
        en: `"${en}" was typed in ${count === 1 ? '' : `${count} times, up to `}${delay} after it happened ${times.en}.`,
        fr: `« ${fr} » saisi ${count === 1 ? '' : `${count} fois, jusqu’à `}${delay} après coup ${times.fr}.`,
      });
    }
  },
};
