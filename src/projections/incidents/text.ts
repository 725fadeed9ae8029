import { byOccurrence } from '../entry.ts';
import { moment } from '../french/dates.ts';
import { shown, withDetail } from '../french/personal.ts';
import { wallOf } from '../french/wall.ts';
import { CAUSES } from '../french/words.ts';
import { zoneOf } from '../header.ts';
import { lasted } from '../pv/incidentItems.ts';
import { who } from '../pv/who.ts';
import { page, titled } from '../terminal/page.ts';
import { table } from '../terminal/table.ts';
import type { Incident, IncidentsRow } from './incidents.ts';

const TITLES = ['Date', 'Session', 'Candidat', 'Nature', 'Précisions'];

/** What each kind is called. */
const KINDS: Readonly<Record<Incident['kind'], string>> = {
  interruption: 'interruption',
  problem: 'signalement',
  fraud: 'fraude',
};

function detailText(incident: Incident, { header }: IncidentsRow): string {
  switch (incident.kind) {
    case 'interruption':
      return `${withDetail(CAUSES[incident.cause], incident.detail)}, ${lasted(incident, wallOf(header))}`;
    case 'problem':
      return withDetail(incident.mention, incident.wording);
    case 'fraud':
      return shown(incident.facts);
  }
}

const row = (incident: Incident, of: IncidentsRow): readonly string[] => [
  moment(incident.occurredAt, zoneOf(of.header)),
  incident.session,
  who(of.lines, incident.candidate),
  KINDS[incident.kind],
  detailText(incident, of),
];

/** The incidents of any number of sessions as one text, in the order in which they happened. */
export function incidentsText(rows: readonly IncidentsRow[]): string {
  const all = rows
    .flatMap((of) => of.incidents.map((incident) => ({ incident, of })))
    .sort((a, b) => byOccurrence(a.incident, b.incident));
  return page(
    titled(
      'INCIDENTS DES SESSIONS',
      all.length === 0
        ? 'Néant.'
        : table(
            TITLES.map((title) => ({ title })),
            all.map(({ incident, of }) => row(incident, of)),
          ),
    ),
  );
}
