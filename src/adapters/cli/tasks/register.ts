import { FILL_OPTIONS, fill } from '../spreadsheet/fill.ts';
import type { Task } from '../task.ts';

/** « L'enseignant remplit pour chaque session la feuille d'émargement »: registers the candidates of a filled sheet. */
export const register: Task = {
  usage: 'register FICHIER [--apply]',
  summary: 'inscrit les candidats d’une feuille d’émargement remplie (.ods, .xlsx, .csv)',
  words: [1, 1],
  options: FILL_OPTIONS,
  run: (call) => fill(call, 'registration'),
};
