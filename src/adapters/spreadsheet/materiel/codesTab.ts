import type { SessionHeader } from '../../../projections/header.ts';
import { blank, headRow, tableRow, text } from './cells.ts';
import { examinersText, plannedDay } from './head.ts';
import type { LaidCell, LaidTab } from './layout.ts';

/** The columns of the first tab, with their widths in digits of the font. */
const COLUMNS = [
  ['Date', 13],
  ['Heure de début', 10],
  ['Heure de fin', 10],
  ['Site', 26],
  ['Salle', 16],
  ['Examinateurs', 32],
  ['Session n°', 42],
  ['Code d’accès', 16],
] as const;

const WIDTHS = COLUMNS.map(([, width]) => width);

const cellsOf = (header: SessionHeader): readonly LaidCell[] => {
  const { session, slot, accessCode } = header;
  return [
    plannedDay(slot?.date, 'boxedDay'),
    text(slot?.start ?? '', 'boxed'),
    text(slot?.end ?? '', 'boxed'),
    text(slot?.site ?? '', 'boxed'),
    text(slot?.room ?? '', 'boxed'),
    text(examinersText(header), 'boxed'),
    text(session, 'boxed'),
    accessCode === null ? blank('code') : text(accessCode, 'code'),
  ];
};

/** The name of the first tab. */
export const CODES = 'Codes d’accès';

const HEAD = [
  { height: 21, cells: [text('Matériel certification — codes d’accès', 'title')] },
  headRow(
    text('Le code d’accès est donné aux élèves au lancement du test : le décompte du temps commence alors.', 'fact'),
  ),
  headRow(),
];

/**
 * « dans le premier onglet, les code d'accès pour chaque session ». One that has none yet has an empty cell.
 *
 * @param headers in the order in which they are listed
 */
export const codesTab = (headers: readonly SessionHeader[]): LaidTab => ({
  name: CODES,
  widths: WIDTHS,
  rows: [
    ...HEAD,
    tableRow(
      COLUMNS.map(([heading]) => text(heading, 'heading')),
      WIDTHS,
      30,
    ),
    ...headers.map((header) => tableRow(cellsOf(header), WIDTHS, 21)),
  ],
  headings: HEAD.length + 1,
  checks: [],
});
