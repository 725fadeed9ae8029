import { type NavetteReading, readNavette } from '../../src/adapters/navette/index.ts';

/** The headings of the file that Pix provides. */
export const HEADINGS = [
  'Établissement',
  'Adresse',
  'Code postal',
  'Ville',
  'Date (jj/mm/aaaa)',
  'Heure de début',
  'Heure de fin',
  'Site',
  'Salle',
  'Nom de l’enseignant (examinateur)',
  'Prénom de l’enseignant (examinateur)',
] as const;

type Heading = (typeof HEADINGS)[number];

/** The cells of a good row, and what a test changes in them. */
export const row = (changes: Partial<Record<Heading, string>> = {}): string[] => {
  const good: Record<Heading, string> = {
    Établissement: 'Lycée Marie-Curie',
    Adresse: '12 rue des Lilas',
    'Code postal': '76300',
    Ville: 'Sotteville-lès-Rouen',
    'Date (jj/mm/aaaa)': '14/05/2019',
    'Heure de début': '08:30',
    'Heure de fin': '10:30',
    Site: 'Bâtiment principal',
    Salle: 'B204',
    'Nom de l’enseignant (examinateur)': 'Lefèvre',
    'Prénom de l’enseignant (examinateur)': 'Anne-Sophie',
    ...changes,
  };
  return HEADINGS.map((heading) => good[heading]);
};

/** The plain headings, and one column for the whole name of the examiner in place of two, then others that a test adds. */
export const wholeName = (...others: string[]): string[] => [...HEADINGS.slice(0, 9), 'Surveillant(s)', ...others];

/** A row under {@link wholeName}. */
export const wholeNameRow = (name: string, ...others: string[]): string[] => [...row().slice(0, 9), name, ...others];

const quoted = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The text of a table. */
export const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(quoted).join(';')).join('\n');

/** Reads a text as a file named navette.csv. */
export const readText = (text: string, options: { zone?: string } = {}): NavetteReading =>
  readNavette(new TextEncoder().encode(text), { fileName: 'navette.csv', ...options });

/** Reads rows under the usual headings. */
export const readRowsUnderHeadings = (...rows: readonly (readonly string[])[]): NavetteReading =>
  readText(csv(HEADINGS, ...rows));

/** Where each fault is, and what it says: `[code, line, column number]`. */
export const places = ({ faults }: NavetteReading): [string, number, number | null][] =>
  faults.map(({ code, line, columnNumber }) => [code, line, columnNumber]);
