import { FILL_OPTIONS, fill } from '../spreadsheet/fill.ts';
import type { Task } from '../task.ts';

/** « L'enseignant saisit, pour chaque session, les informations complémentaires »: takes them from a filled sheet. */
export const complete: Task = {
  usage: 'complete FICHIER [--apply]',
  summary: 'reprend numéros, écrans de fin et commentaires d’une feuille complétée (.ods, .xlsx, .csv)',
  words: [1, 1],
  options: {
    ...FILL_OPTIONS,
    at: { type: 'string', help: 'quand cela s’est passé : 10:20, ou un instant ISO 8601 (par défaut, à la clôture)' },
  },
  run: (call) => fill(call, 'completion'),
};
