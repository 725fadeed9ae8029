import type { Bilingual } from './finding.ts';
import { LIMITS } from './limits.ts';

/** What can be wrong with a cell of the Navette, and what to do about it. */
export const cellMessages = {
  'cell-missing': () => ({
    en: 'This cell is empty. Fill it in.',
    fr: 'Cette cellule est vide. Remplissez-la.',
  }),
  'cell-without-heading': () => ({
    en: 'This cell stands under no heading. Remove it, or move it to its column.',
    fr: 'Cette cellule n’est sous aucun titre. Retirez-la, ou déplacez-la dans sa colonne.',
  }),
  'cell-at-most-500': () => ({
    en: `This cell is longer than ${LIMITS.cell} characters. Shorten it.`,
    fr: `Cette cellule dépasse ${LIMITS.cell} caractères. Raccourcissez-la.`,
  }),
  'cell-refused': (reason: string) => ({
    en: `This cell is refused (${reason}). Correct it.`,
    fr: `Cette cellule est refusée (${reason}). Corrigez-la.`,
  }),
  'text-too-long': (most: string) => ({
    en: `This text is longer than ${most} characters. Shorten it.`,
    fr: `Ce texte dépasse ${most} caractères. Raccourcissez-le.`,
  }),
  'text-one-line': () => ({
    en: 'This text holds an invisible control character. Type it again.',
    fr: 'Ce texte contient un caractère de contrôle invisible. Saisissez-le à nouveau.',
  }),
  'text-well-formed': () => ({
    en: 'This text holds half a character. Type it again.',
    fr: 'Ce texte contient une moitié de caractère. Saisissez-le à nouveau.',
  }),
  'postal-code-five-digits': () => ({
    en: 'A postal code has five digits, such as 76300. Correct it.',
    fr: 'Un code postal a cinq chiffres, par exemple 76300. Corrigez-le.',
  }),
  'date-readable': () => ({
    en: 'This is not a date. Write it as dd/mm/yyyy, such as 14/05/2019.',
    fr: 'Ce n’est pas une date. Écrivez-la au format jj/mm/aaaa, par exemple 14/05/2019.',
  }),
  'date-year-four-digits': () => ({
    en: 'The year has two digits and could be misread. Write it with four, such as 14/05/2019.',
    fr: 'L’année a deux chiffres et prête à confusion. Écrivez-la avec quatre, par exemple 14/05/2019.',
  }),
  'date-exists': () => ({
    en: 'This day is not in the calendar. Check the day, then the month: dd/mm/yyyy.',
    fr: 'Ce jour n’existe pas au calendrier. Vérifiez le jour, puis le mois : jj/mm/aaaa.',
  }),
  'date-plausible': () => ({
    en: 'No session lies in this year: it must be from 2000 to 2199. Correct the year.',
    fr: 'Aucune session n’a lieu cette année-là : elle doit être de 2000 à 2199. Corrigez l’année.',
  }),
  'time-readable': () => ({
    en: 'This is not a time. Write it as hh:mm, such as 08:30 (8h30 is read too).',
    fr: 'Ce n’est pas une heure. Écrivez-la au format hh:mm, par exemple 08:30 (8h30 se lit aussi).',
  }),
  'time-exists': () => ({
    en: 'This time does not exist on that day: from 00:00 to 23:59, without the hour that summer time skips.',
    fr: 'Cette heure n’existe pas ce jour-là : de 00:00 à 23:59, sauf l’heure sautée au passage à l’heure d’été.',
  }),
  'slot-ends-after-it-starts': () => ({
    en: 'The session ends before it has started. Check both times.',
    fr: 'La session se termine avant d’avoir commencé. Vérifiez les deux heures.',
  }),
} satisfies Record<string, (detail: string) => Bilingual>;
