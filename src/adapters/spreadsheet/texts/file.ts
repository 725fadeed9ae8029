import { LIMITS } from '../limits.ts';
import type { Sentences } from './bilingual.ts';

const MIB = 1024 * 1024;

/** What can be wrong with a file as a whole, and what to do about it. */
export const FILE_TEXTS = {
  'file-empty': () => ({
    en: 'The file is empty. Fill it in, save it, and give it again.',
    fr: 'Le fichier est vide. Remplissez-le, enregistrez-le, et donnez-le à nouveau.',
  }),
  'file-at-most-20-mib': () => ({
    en: `The file is larger than ${LIMITS.bytes / MIB} MiB. Keep only the tabs of the sheets, without images.`,
    fr: `Le fichier dépasse ${LIMITS.bytes / MIB} Mio. Gardez seulement les onglets des feuilles, sans images.`,
  }),
  'text-at-most-2-mib': () => ({
    en: `The text file is larger than ${LIMITS.textBytes / MIB} MiB. Keep only the rows that are filled in.`,
    fr: `Le fichier texte dépasse ${LIMITS.textBytes / MIB} Mio. Gardez seulement les lignes remplies.`,
  }),
  'file-is-old-excel': () => ({
    en: 'This is a workbook of an old Excel (.xls), whatever its name says. Save it as .xlsx or .ods.',
    fr: 'C’est un classeur d’un ancien Excel (.xls), quel que soit son nom. Enregistrez-le au format .xlsx ou .ods.',
  }),
  'file-encrypted': () => ({
    en: 'The file is protected by a password. Save it without a password.',
    fr: 'Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe.',
  }),
  'file-truncated': () => ({
    en: 'The file was cut: its end is missing. Copy or download it again.',
    fr: 'Le fichier est coupé : sa fin manque. Copiez-le ou téléchargez-le à nouveau.',
  }),
  'file-damaged': (where: string) => ({
    en: `The file is damaged (${where}). Open it in the spreadsheet, and save it again.`,
    fr: `Le fichier est abîmé (${where}). Ouvrez-le dans le tableur, et enregistrez-le à nouveau.`,
  }),
  'file-is-no-spreadsheet': () => ({
    en: 'This is no spreadsheet: an .ods, .xlsx or .csv file is expected, whatever its name.',
    fr: 'Ce n’est pas un tableur : un fichier .ods, .xlsx ou .csv est attendu, quel que soit son nom.',
  }),
  'file-declares-entities': (where: string) => ({
    en: `The file declares a document type of its own (${where}), which no spreadsheet does: it was not read.`,
    fr: `Le fichier déclare son propre type de document (${where}), ce qu’aucun tableur ne fait : il n’a pas été lu.`,
  }),
  'file-unpacks-too-large': () => ({
    en: `Unpacked, the file is larger than ${LIMITS.unpacked / MIB} MiB. It was not read. Keep only what is filled in.`,
    fr: `Décompressé, le fichier dépasse ${LIMITS.unpacked / MIB} Mio. Il n’a pas été lu. Gardez seulement ce qui est rempli.`,
  }),
  'file-too-complex': (what: string) => ({
    en: `The file holds too much (${what}). Keep only the tabs of the sheets, without formatting far below them.`,
    fr: `Le fichier contient trop de choses (${what}). Gardez seulement les onglets des feuilles, sans mise en forme loin au-dessous.`,
  }),
  'columns-at-most-256': (where: string) => ({
    en: `Something stands to the right of column ${LIMITS.columns} (${where}). Remove what does not belong to the sheet.`,
    fr: `Quelque chose figure à droite de la colonne ${LIMITS.columns} (${where}). Retirez ce qui n’est pas de la feuille.`,
  }),
} satisfies Sentences;
