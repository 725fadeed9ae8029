import type { Sentences } from './bilingual.ts';

/** What can be wrong with a cell of the sheet or of its head, and what to do about it. */
export const CELL_TEXTS = {
  'cell-missing': (heading: string) => ({
    en: `"${heading}" is missing. Fill it in.`,
    fr: `Il manque « ${heading} ». Remplissez cette cellule.`,
  }),
  'text-too-long': (most: string) => ({
    en: `This text is longer than ${most} characters. Shorten it.`,
    fr: `Ce texte dépasse ${most} caractères. Raccourcissez-le.`,
  }),
  'text-one-line': () => ({
    en: 'This text holds an invisible control character. Type it again.',
    fr: 'Ce texte contient un caractère de contrôle invisible. Saisissez-le à nouveau.',
  }),
  'text-no-control': () => ({
    en: 'This text holds an invisible control character. Type it again.',
    fr: 'Ce texte contient un caractère de contrôle invisible. Saisissez-le à nouveau.',
  }),
  'text-well-formed': () => ({
    en: 'This text holds half a character. Type it again.',
    fr: 'Ce texte contient une moitié de caractère. Saisissez-le à nouveau.',
  }),
  'cell-refused': (reason: string) => ({
    en: `This cell is refused (${reason}). Correct it.`,
    fr: `Cette cellule est refusée (${reason}). Corrigez-la.`,
  }),
  'line-number': () => ({
    en: 'The number of a line is a whole number from 1. Correct it, or leave it empty.',
    fr: 'Le numéro d’une ligne est un entier à partir de 1. Corrigez-le, ou laissez-le vide.',
  }),
  'line-number-twice': (first: string) => ({
    en: `The line in ${first} has the same number. Number the lines from 1, each once.`,
    fr: `La ligne en ${first} porte le même numéro. Numérotez les lignes à partir de 1, chacune une fois.`,
  }),
  'date-readable': () => ({
    en: 'This is not a date. Write it as dd/mm/yyyy, such as 11/02/2003.',
    fr: 'Ce n’est pas une date. Écrivez-la au format jj/mm/aaaa, par exemple 11/02/2003.',
  }),
  'date-year-four-digits': () => ({
    en: 'The year has two digits and could be misread. Write it with four, such as 11/02/2003.',
    fr: 'L’année a deux chiffres et prête à confusion. Écrivez-la avec quatre, par exemple 11/02/2003.',
  }),
  'date-exists': () => ({
    en: 'This day is not in the calendar. Check the day, then the month: dd/mm/yyyy.',
    fr: 'Ce jour n’existe pas au calendrier. Vérifiez le jour, puis le mois : jj/mm/aaaa.',
  }),
  'birth-date-plausible': () => ({
    en: 'Nobody is certified who was born on that day. Check the year.',
    fr: 'Aucun candidat n’est né ce jour-là. Vérifiez l’année.',
  }),
  'hours-readable': () => ({
    en: 'These are not the hours of a session. Write both, such as 08:30 / 10:30.',
    fr: 'Ce ne sont pas les heures d’une session. Écrivez les deux, par exemple 08:30 / 10:30.',
  }),
  'access-code-shape': () => ({
    en: 'An access code is four capital letters and two digits. Copy the code of the first tab.',
    fr: 'Un code d’accès est formé de quatre lettres majuscules et de deux chiffres. Recopiez celui du premier onglet.',
  }),
  'e-mail-readable': () => ({
    en: 'This is no e-mail address. Correct it, or leave the cell empty: it is optional.',
    fr: 'Ce n’est pas une adresse électronique. Corrigez-la, ou laissez la cellule vide : elle est facultative.',
  }),
  'extra-time-readable': () => ({
    en: 'This is no extra time. Write the percentage or the fraction, such as 33 % or 1/3; leave the cell empty for none.',
    fr: 'Ce n’est pas un temps majoré. Précisez le % ou la fraction, par exemple 33 % ou 1/3 ; laissez vide s’il n’y en a pas.',
  }),
  'certification-number-digits': () => ({
    en: 'A certification number is made of digits, without the #. Copy it from the sheet that was signed.',
    fr: 'Un numéro de certification est formé de chiffres, sans le #. Recopiez-le de la feuille signée.',
  }),
  'certification-number-twice': (first: string) => ({
    en: `The certification number stands in ${first} too. Check both on the sheet that was signed.`,
    fr: `Ce numéro de certification figure aussi en ${first}. Vérifiez les deux sur la feuille signée.`,
  }),
  'end-screen-ticked': () => ({
    en: 'This is no tick. Write X where the end screen was seen, and leave the cell empty where it was not.',
    fr: 'Ce n’est pas une coche. Écrivez X si l’écran de fin a été vu, et laissez vide sinon.',
  }),
} satisfies Sentences;
