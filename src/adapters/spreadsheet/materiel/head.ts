import { nameOf } from '../../../projections/french/personal.ts';
import { establishmentText } from '../../../projections/french/places.ts';
import type { SessionHeader } from '../../../projections/header.ts';
import { blank, day, headRow, text } from './cells.ts';
import type { LaidCell, LaidRow } from './layout.ts';

/** A day that was planned. */
export const plannedDay = (date: string | undefined, look: 'day' | 'boxedDay'): LaidCell =>
  date === undefined ? blank(look) : day(date, look);

/** Those who have charge of the candidates. */
export const examinersText = ({ examiners }: SessionHeader): string =>
  examiners.map(({ name }) => nameOf(name)).join(', ');

/**
 * The head of a session's sheet, with the labels that centres have. The access code is not among them: the sheet is
 * printed, and goes from hand to hand before the start.
 */
export function headRows(header: SessionHeader): readonly LaidRow[] {
  const { session, establishment, slot } = header;
  // What a label says stands two cells to its right: the first column has but the numbers of the lines.
  const fact = (label: string, what: LaidCell): LaidRow => headRow(text(label, 'label'), blank('fact'), what);
  const said = (label: string, written: string): LaidRow => fact(label, text(written, 'fact'));
  return [
    { height: 21, cells: [text('Feuille d’émargement — session de certification', 'title')] },
    said('Établissement', establishment === null ? '' : establishmentText(establishment)),
    said('Session n°', session),
    fact('Date', plannedDay(slot?.date, 'day')),
    said('Heure (début/fin)', slot === null ? '' : `${slot.start} / ${slot.end}`),
    said('Site', slot?.site ?? ''),
    said('Salle', slot?.room ?? ''),
    said('Examinateur', examinersText(header)),
    headRow(),
  ];
}
