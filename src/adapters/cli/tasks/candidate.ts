import { candidateText, candidateView } from '../candidate/view.ts';
import { DOSSIER_OPTIONS, readDossier } from '../dossier/read.ts';
import { answer } from '../dossier/show.ts';
import { UsageError } from '../io.ts';
import type { Task } from '../task.ts';

/** One person's part of a session: their time, their lines of sheet and PV, and every event about them. */
export const candidate: Task = {
  usage: 'candidate SESSION|DOSSIER N°',
  summary: 'tout ce que le registre dit d’un candidat : son temps, sa ligne, le PV, chaque fait',
  words: [2, 2],
  options: DOSSIER_OPTIONS,
  async run(call) {
    const [, written = ''] = call.words;
    const number = /^\d{1,6}$/.test(written) ? Number(written) : 0;
    if (number === 0) throw new UsageError(`${written} : écrire le numéro d’une ligne de la feuille, 3 par exemple.`);
    const dossier = await readDossier(call);
    const view = candidateView(number, dossier.history.events);
    const { history, fault } = dossier;
    if (view.line === null && history.unreadable.length === 0 && fault === null) {
      throw new UsageError(`Aucun candidat n° ${number} n’est inscrit à cette session.`);
    }
    return answer(call, dossier, view, candidateText);
  },
};
