import type { Bilingual } from './finding.ts';
import { LIMITS } from './limits.ts';

/** What can be wrong with a Navette as a file, or with its headings, and what to do about it. */
export const fileMessages = {
  'file-at-most-2-mib': () => ({
    en: 'The file is larger than 2 MiB. Keep only the sheet with the slots.',
    fr: 'Le fichier dépasse 2 Mio. Gardez seulement la feuille des créneaux.',
  }),
  'file-empty': () => ({
    en: 'The file is empty. Fill in the Navette and save it as CSV.',
    fr: 'Le fichier est vide. Remplissez la Navette et enregistrez-la au format CSV.',
  }),
  'file-is-workbook': () => ({
    en: 'The file is a workbook, not a CSV. In the spreadsheet, choose "Save as" and the CSV format.',
    fr: 'Le fichier est un classeur, pas un CSV. Dans le tableur, choisissez « Enregistrer sous » et le format CSV.',
  }),
  'file-is-text': () => ({
    en: 'The file is not text. In the spreadsheet, choose "Save as" and the CSV (UTF-8) format.',
    fr: 'Le fichier n’est pas du texte. Dans le tableur, choisissez « Enregistrer sous » et le format CSV (UTF-8).',
  }),
  'encoding-readable': (encoding: string) => ({
    en: `The file says that it is in ${encoding} and is not: it was cut or altered. Save it again as CSV (UTF-8).`,
    fr: `Le fichier se dit en ${encoding} et ne l’est pas : il a été coupé ou altéré. Enregistrez-le à nouveau en CSV (UTF-8).`,
  }),
  'zone-known': () => ({
    en: 'This time zone is not known. Give one such as Europe/Paris or Indian/Reunion.',
    fr: 'Ce fuseau horaire n’est pas connu. Indiquez par exemple Europe/Paris ou Indian/Reunion.',
  }),
  'quotes-unbalanced': () => ({
    en: 'A quotation mark is missing or too many here. Put the whole cell between quotation marks and double those inside.',
    fr: 'Il manque un guillemet, ou il y en a un de trop. Mettez toute la cellule entre guillemets et doublez ceux du texte.',
  }),
  'quotes-unbalanced-too-often': () => ({
    en: 'Too many lines have unbalanced quotation marks: the file was not read from here on. Save it again as CSV.',
    fr: 'Trop de lignes ont des guillemets mal fermés : la suite n’a pas été lue. Enregistrez à nouveau le fichier en CSV.',
  }),
  'heading-row-missing': (expected: string) => ({
    en: `No line of headings was found. Expected headings: ${expected}.`,
    fr: `Aucune ligne de titres de colonnes n’a été trouvée. Titres attendus : ${expected}.`,
  }),
  'heading-missing': (heading: string) => ({
    en: `The column "${heading}" is missing. Add it with this heading.`,
    fr: `La colonne « ${heading} » manque. Ajoutez-la avec ce titre.`,
  }),
  'heading-unknown': () => ({
    en: 'This heading is not one of the Navette. Correct it, or remove the column.',
    fr: 'Ce titre de colonne n’est pas de la Navette. Corrigez-le, ou retirez la colonne.',
  }),
  'heading-duplicated': (first: string) => ({
    en: `Column ${first} already gives this. Keep one of the two.`,
    fr: `La colonne ${first} le donne déjà. Gardez une seule des deux.`,
  }),
  'columns-at-most-60': () => ({
    en: `There are more than ${LIMITS.columns} columns. Those from here on were not read.`,
    fr: `Il y a plus de ${LIMITS.columns} colonnes. Celles qui suivent n’ont pas été lues.`,
  }),
  'rows-at-most-2000': () => ({
    en: `There are more than ${LIMITS.rows} rows. Those from here on were not read: put them in another file.`,
    fr: `Il y a plus de ${LIMITS.rows} lignes. Celles qui suivent n’ont pas été lues : mettez-les dans un autre fichier.`,
  }),
  'lines-at-most-20000': () => ({
    en: `There are more than ${LIMITS.lines} lines. Those from here on were not read: remove the blank ones.`,
    fr: `Il y a plus de ${LIMITS.lines} lignes. Celles qui suivent n’ont pas été lues : retirez les lignes vides.`,
  }),
  'row-missing': () => ({
    en: 'No slot stands under the headings. Fill in one row for each session.',
    fr: 'Aucun créneau ne figure sous les titres. Remplissez une ligne par session.',
  }),
} satisfies Record<string, (detail: string) => Bilingual>;
