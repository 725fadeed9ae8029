/** What the Navette asks for, in the procedure's order; the examiner's columns follow apart, since there may be several. */
export const PLAIN_FIELDS = [
  'establishment',
  'address',
  'postalCode',
  'city',
  'date',
  'start',
  'end',
  'site',
  'room',
] as const;

/** A field of the slot or of the establishment. */
export type PlainField = (typeof PLAIN_FIELDS)[number];

/** A field of an examiner: the whole name in one cell, its two parts, or an identifier. */
type ExaminerField = 'examiner' | 'surname' | 'firstName' | 'identity';

/** What a column gives. `rank` counts the examiners of a row ("Surveillant 2") and is 1 everywhere else. */
export interface Meaning {
  readonly field: PlainField | ExaminerField;
  readonly rank: number;
}

/** Whether a column is about an examiner, and so names a person. */
export const isExaminerField = (field: Meaning['field']): field is ExaminerField =>
  ['examiner', 'surname', 'firstName', 'identity'].includes(field);

/** The heading under which each field is asked for, in the procedure's words. */
export const EXPECTED: Record<Meaning['field'], string> = {
  establishment: 'Établissement',
  address: 'Adresse',
  postalCode: 'Code postal',
  city: 'Ville',
  date: 'Date (jj/mm/aaaa)',
  start: 'Heure de début',
  end: 'Heure de fin',
  site: 'Site',
  room: 'Salle',
  examiner: 'Nom et prénom de l’enseignant (examinateur)',
  surname: 'Nom de l’enseignant (examinateur)',
  firstName: 'Prénom de l’enseignant (examinateur)',
  identity: 'Identifiant de l’enseignant',
};
