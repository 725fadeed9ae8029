import { columnOf } from './columns.ts';

/** What is expected of the cells of a column; whatever else is typed, the spreadsheet asks whether it is meant. */
export interface Check {
  /** From 1. */
  readonly column: number;
  /** The rows, from 1, both ends included. */
  readonly from: number;
  readonly to: number;
  /** At most 32 characters, as Excel has it; each of the others at most 255. */
  readonly title: string;
  readonly hint: string;
  readonly warning: string;
  /** One of some texts, or a day between two, `YYYY-MM-DD`, both included. */
  readonly expects:
    | { readonly kind: 'one-of'; readonly texts: readonly string[] }
    | { readonly kind: 'day'; readonly first: string; readonly last: string };
}

/** The days between which candidates are born, where nothing says when the session is. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-02', '2099-12-31'];

/**
 * What is asked of the lines of a sheet.
 *
 * @param day the day of the session, `YYYY-MM-DD`; `null` where none was planned
 * @param from the row of the first line, from 1
 * @param to the row of the last; where there is none, nothing is asked
 */
export function lineChecks(day: string | null, from: number, to: number): readonly Check[] {
  if (to < from) return [];
  return [
    {
      column: columnOf('birthDate'),
      from,
      to,
      title: 'Date de naissance',
      hint: 'Au format jj/mm/aaaa, par exemple 11/02/2003.',
      warning: 'Une date au format jj/mm/aaaa est attendue, antérieure à la session.',
      expects: { kind: 'day', first: FIRST_DAY, last: day ?? LAST_DAY },
    },
    {
      column: columnOf('extraTime'),
      from,
      to,
      title: 'Temps majoré',
      hint: 'Laisser vide s’il n’y en a pas. Sinon préciser le % ou la fraction : 33 % et 1/3 désignent le tiers temps.',
      warning: 'Le % ou la fraction est attendu, par exemple 33 %, 1/3 ou 50 %.',
      expects: { kind: 'one-of', texts: ['1/3', '33 %', '25 %', '50 %', '100 %'] },
    },
    {
      column: columnOf('endScreen'),
      from,
      to,
      title: 'Écran de fin de test vu',
      hint: 'Une croix (X) si l’écran de fin a été vu. Sinon laisser vide, et dire pourquoi dans les commentaires.',
      warning: 'Une croix (X) est attendue, ou rien.',
      expects: { kind: 'one-of', texts: ['X', 'x', 'vu', 'non vu'] },
    },
  ];
}
