import { LIFECYCLE_NAMES } from '../../domain/machine/names.ts';
import { shortDate } from '../french/dates.ts';
import { nameOf } from '../french/personal.ts';
import { page, section, titled } from '../terminal/page.ts';
import { table } from '../terminal/table.ts';
import type { Agenda, AgendaEntry } from './agenda.ts';
import { inOrderOfTime } from './order.ts';
import { allOverlaps, type Overlap } from './overlaps.ts';

const TITLES = [
  'Date',
  'Horaires',
  'Site',
  'Salle',
  'Établissement',
  'Examinateurs',
  'État',
  'Code',
  'Candidats',
  'Session',
];

function row({ header, lifecycle, candidates }: AgendaEntry): readonly string[] {
  const { slot, establishment, examiners, accessCode, session } = header;
  const where =
    slot === null
      ? ['', '', '', '']
      : [shortDate(slot.date), `${slot.start}–${slot.end} ${slot.zone}`, slot.site, slot.room];
  return [
    ...where,
    establishment === null ? '' : `${establishment.name}, ${establishment.city}`,
    examiners.map(({ name }) => nameOf(name)).join('\n'),
    LIFECYCLE_NAMES[lifecycle],
    accessCode ?? '',
    String(candidates),
    session,
  ];
}

const overlapText = ({ examiner, first, second }: Overlap): string =>
  `${examiner} : ${first.header.session} et ${second.header.session}`;

/** The agenda as a text, by date and hour, with the slots of one examiner that overlap. */
export function agendaText(agenda: Agenda): string {
  const overlaps = allOverlaps(agenda).map(overlapText);
  return page(
    titled(
      'AGENDA DES SESSIONS',
      table(
        TITLES.map((title) => ({ title })),
        inOrderOfTime(agenda).map(row),
      ),
    ),
    section('Créneaux qui se chevauchent', overlaps),
  );
}
