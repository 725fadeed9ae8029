import type { Bilingual } from './finding.ts';

/** What can be wrong with the examiners of a row, or between rows, and what to do about it. */
export const peopleMessages = {
  'examiner-name-two-parts': () => ({
    en: 'A surname and a first name are both needed. Write for instance "SURNAME First name".',
    fr: 'Il faut le nom et le prénom. Écrivez par exemple « NOM Prénom ».',
  }),
  'examiners-ambiguous': () => ({
    en: 'It is not clear who is meant. Separate several examiners by " et " or "/", as many in each of their columns.',
    fr: 'On ne voit pas de qui il s’agit. Séparez plusieurs enseignants par « et » ou « / », autant dans chacune de leurs colonnes.',
  }),
  'examiner-twice': () => ({
    en: 'The same examiner stands twice in this row. Keep one, or give each their own identifier.',
    fr: 'Le même enseignant figure deux fois sur cette ligne. Gardez-en un, ou donnez à chacun son identifiant.',
  }),
  'examiner-identity': () => ({
    en: 'No identifier can be made of this. Give one (letters, digits, @ . _ : + -, at most 100) in the column "Identifiant de l’enseignant".',
    fr: 'On ne peut pas en tirer d’identifiant. Donnez-en un (lettres, chiffres, @ . _ : + -, 100 au plus) dans la colonne « Identifiant de l’enseignant ».',
  }),
  'examiner-identity-ambiguous': () => ({
    en: 'Other rows give this name several identifiers. Say here which one is meant.',
    fr: 'D’autres lignes donnent plusieurs identifiants à ce nom. Indiquez ici lequel convient.',
  }),
  'examiner-in-overlapping-slots': (line: string) => ({
    en: `This examiner is already in charge on line ${line} at the same time. Change one of the two; neither is planned.`,
    fr: `Cet enseignant surveille déjà à la même heure à la ligne ${line}. Changez l’une des deux ; aucune n’est planifiée.`,
  }),
  'slot-duplicated': (line: string) => ({
    en: `Line ${line} already plans a session here at this time. Remove one; two examiners of one session stand in one row.`,
    fr: `La ligne ${line} prévoit déjà une session ici à cette heure. Retirez-en une ; deux enseignants d’une même session tiennent sur une ligne.`,
  }),
} satisfies Record<string, (detail: string) => Bilingual>;
