import type { RuleText } from '../../domain/rules/define.ts';

/** What makes a file unreadable from a line on. */
export const FORM_FAULTS = {
  empty: { en: 'The file is empty.', fr: 'Le fichier est vide.' },
  'byte-order-mark': {
    en: 'Line {line} begins with a byte order mark: another program saved the file anew. Ask for the original.',
    fr: 'La ligne {line} commence par une marque d’ordre des octets : un autre programme a réenregistré le fichier. Demandez l’original.',
  },
  'windows-line-end': {
    en: 'Line {line} ends as on Windows: another program saved the file anew. Ask for the original.',
    fr: 'La ligne {line} se termine comme sous Windows : un autre programme a réenregistré le fichier. Demandez l’original.',
  },
  'last-line-without-end': {
    en: 'Line {line}, the last one, has no end: the file was cut off, or another program saved it anew.',
    fr: 'La ligne {line}, la dernière, n’est pas terminée : le fichier a été coupé, ou un autre programme l’a réenregistré.',
  },
  'cut-off': {
    en: 'The file ends before line {line}, which must follow: it was cut off.',
    fr: 'Le fichier s’arrête avant la ligne {line}, qui doit suivre : il a été coupé.',
  },
  'line-too-long': {
    en: 'Line {line} is longer than 2 MiB; what follows was not read. No evidence file has such a line.',
    fr: 'La ligne {line} dépasse 2 Mio ; la suite n’a pas été lue. Aucun dossier de preuve n’a une telle ligne.',
  },
  'file-too-large': {
    en: 'The file is larger than 256 MiB; from line {line} on it was not read. No evidence file is as large.',
    fr: 'Le fichier dépasse 256 Mio ; il n’a pas été lu à partir de la ligne {line}. Aucun dossier de preuve n’est aussi grand.',
  },
  'too-many-events': {
    en: 'More than 100,000 events stand in the file; from line {line} on it was not read.',
    fr: 'Le fichier contient plus de 100 000 événements ; il n’a pas été lu à partir de la ligne {line}.',
  },
  'too-many-strange-lines': {
    en: 'More than 1,000 lines in the places of events are none; from line {line} on the file was not read.',
    fr: 'Plus de 1 000 lignes à la place d’événements n’en sont pas ; le fichier n’a pas été lu à partir de la ligne {line}.',
  },
  'not-utf-8': { en: 'Line {line} is not text in UTF-8.', fr: 'La ligne {line} n’est pas du texte en UTF-8.' },
  'nested-too-deeply': {
    en: 'Line {line} is nested deeper than 100 levels.',
    fr: 'La ligne {line} est imbriquée sur plus de 100 niveaux.',
  },
  'not-json': { en: 'Line {line} is not JSON.', fr: 'La ligne {line} n’est pas du JSON.' },
  'not-a-header': {
    en: 'Line {line} does not announce an evidence file of version 1.',
    fr: 'La ligne {line} n’annonce pas un dossier de preuve de version 1.',
  },
  'not-the-keys': {
    en: 'Line {line} must hold the keys of persons, and does not.',
    fr: 'La ligne {line} doit contenir les clés des personnes, ce qui n’est pas le cas.',
  },
  'not-the-head': {
    en: 'Line {line} must hold the head, the path and the root, and does not.',
    fr: 'La ligne {line} doit contenir l’empreinte, le chemin et la racine, ce qui n’est pas le cas.',
  },
  'not-the-signature': {
    en: 'Line {line} must hold the signature, and does not.',
    fr: 'La ligne {line} doit contenir la signature, ce qui n’est pas le cas.',
  },
  'more-after-the-end': {
    en: 'Line {line} stands after the signature, where nothing may stand.',
    fr: 'La ligne {line} se trouve après la signature, où rien ne doit se trouver.',
  },
} as const satisfies Record<string, RuleText>;

/** The name of what makes a file unreadable. */
export type FormFault = keyof typeof FORM_FAULTS;
