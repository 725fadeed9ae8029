import type { Sentences } from './bilingual.ts';

/** What can be wrong with a tab, or with how its cells are laid out, and what to do about it. */
export const TAB_TEXTS = {
  'table-missing': () => ({
    en: 'No table was found in this file.',
    fr: 'Aucun tableau n’a été trouvé dans ce fichier.',
  }),
  'one-table-only': (tabs: string) => ({
    en: `Several tabs hold a table: ${tabs}. Keep one, or save each in a file of its own.`,
    fr: `Plusieurs onglets contiennent un tableau : ${tabs}. Gardez-en un, ou faites-en plusieurs fichiers.`,
  }),
  'tab-hidden': () => ({
    en: 'This tab is hidden, and something stands in it. Show it, or remove it.',
    fr: 'Cet onglet est masqué, et il contient des données. Affichez-le, ou supprimez-le.',
  }),
  'row-hidden': () => ({
    en: 'This row is hidden, and something stands in it. Show it, or remove it.',
    fr: 'Cette ligne est masquée, et elle contient des données. Affichez-la, ou supprimez-la.',
  }),
  'column-hidden': () => ({
    en: 'This column is hidden, and something stands in it. Show it.',
    fr: 'Cette colonne est masquée, et elle contient des données. Affichez-la.',
  }),
  'cells-merged': (range: string) => ({
    en: `The cells ${range} are merged: it cannot be told which of them is meant. Unmerge them, and fill in each.`,
    fr: `Les cellules ${range} sont fusionnées : on ne sait laquelle est remplie. Défusionnez-les, et remplissez chacune.`,
  }),
  'cell-is-formula': () => ({
    en: 'This cell holds a formula, whose value may change. Replace it by its value (copy, then paste special: values).',
    fr: 'Cette cellule contient une formule, dont la valeur peut changer. Remplacez-la par sa valeur (copier, puis collage spécial : valeurs).',
  }),
  'cell-is-error': () => ({
    en: 'This cell shows an error of the spreadsheet. Type what it should say.',
    fr: 'Cette cellule affiche une erreur du tableur. Saisissez ce qu’elle doit dire.',
  }),
  'cell-without-heading': () => ({
    en: 'This cell stands under no heading. Move it to its column, or remove it.',
    fr: 'Cette cellule n’est sous aucun titre. Déplacez-la dans sa colonne, ou retirez-la.',
  }),
  'sheet-missing': (known: string) => ({
    en: `No attendance sheet was found in this file. Known versions: ${known}.`,
    fr: `Aucune feuille d’émargement n’a été trouvée dans ce fichier. Versions connues : ${known}.`,
  }),
  'sheets-blank': () => ({
    en: 'No attendance sheet of this file is filled in. Fill in at least one candidate, save the file, and give it again.',
    fr: 'Aucune feuille d’émargement de ce fichier n’est remplie. Inscrivez au moins un candidat, enregistrez, et donnez le fichier à nouveau.',
  }),
  'version-unknown': (detail: string) => ({
    en: `This version of the attendance sheet is not known: ${detail}. Use the sheet that Pix sent, with its headings as they are.`,
    fr: `Cette version de la feuille d’émargement n’est pas connue : ${detail}. Reprenez la feuille envoyée par Pix, sans changer ses titres.`,
  }),
  'heading-twice': (first: string) => ({
    en: `The heading in ${first} says the same. Keep one of the two columns.`,
    fr: `Le titre en ${first} dit la même chose. Gardez une seule des deux colonnes.`,
  }),
} satisfies Sentences;
