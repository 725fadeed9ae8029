import type { Bilingual } from './finding.ts';

/** What was read otherwise than it was written, or deserves a second look; nothing of it prevents planning. */
export const noticeMessages = {
  'encoding-guessed': () => ({
    en: 'The file is not in UTF-8; it was read as windows-1252. Check the accents.',
    fr: 'Le fichier n’est pas en UTF-8 ; il a été lu comme du windows-1252. Vérifiez les accents.',
  }),
  'postal-code-restored': (restored: string) => ({
    en: `A spreadsheet dropped the leading zero: read as ${restored}, here and wherever it stands below.`,
    fr: `Un tableur a retiré le zéro initial : lu ${restored}, ici et partout plus bas.`,
  }),
  'zone-from-postal-code': (zone: string) => ({
    en: `The times were read in the zone ${zone}, after the postal code, here and wherever it stands below.`,
    fr: `Les heures ont été lues dans le fuseau ${zone}, d’après le code postal, ici et partout plus bas.`,
  }),
  'line-break-joined': () => ({
    en: 'The cell is written on several lines; they were joined by a space.',
    fr: 'La cellule tient sur plusieurs lignes ; elles ont été réunies par une espace.',
  }),
  'examiner-name-guessed': () => ({
    en: 'The first word, with its particles, was read as the surname. Write the surname in capitals to leave no doubt.',
    fr: 'Le premier mot, avec ses particules, a été lu comme le nom. Écrivez le nom en capitales pour lever le doute.',
  }),
  'room-shared': (line: string) => ({
    en: `The session of line ${line} is in the same room at the same time. Check that this is meant.`,
    fr: `La session de la ligne ${line} est dans la même salle à la même heure. Vérifiez que c’est voulu.`,
  }),
} satisfies Record<string, (detail: string) => Bilingual>;
