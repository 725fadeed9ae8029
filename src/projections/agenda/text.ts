import { LIFECYCLE_NAMES } from '../../domain/machine/names.ts';
import { shortDate } from '../french/dates.ts';
import { nameOf } from '../french/personal.ts';
import { page, section, titled } from '../terminal/page.ts';
import { table } from '../terminal/table.ts';
import type { Agenda, AgendaEntry } from './agenda.ts';
import { type Charge, chargesOf, isTooMuch } from './charges.ts';
import { inOrderOfTime } from './order.ts';
import { examinersOf, type Overlap, overlapsOf } from './overlaps.ts';

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

const chargeText = ({ examiner, sessions, left, most }: Charge): string =>
  `${examiner} : ${left} candidats pour ${most} au maximum (${sessions.map(({ header }) => header.session).join(', ')})`;

/** The agenda as a text, by date and hour, with the slots of one examiner that overlap, and who has charge of too many. */
export function agendaText(agenda: Agenda): string {
  const examiners = examinersOf(agenda);
  const overlaps = examiners.flatMap((examiner) => overlapsOf(agenda, examiner)).map(overlapText);
  const charges = examiners.flatMap((examiner) => chargesOf(agenda, examiner).filter(isTooMuch)).map(chargeText);
  return page(
    titled(
      'AGENDA DES SESSIONS',
      table(
        TITLES.map((title) => ({ title })),
        inOrderOfTime(agenda).map(row),
      ),
    ),
    section('Créneaux qui se chevauchent', overlaps),
    charges.length === 0 ? '' : section('Candidats en trop pour un examinateur', charges),
  );
}
