import { project } from '../../../projections/projection.ts';
import { pv } from '../../../projections/pv/pv.ts';
import { UsageError } from '../io.ts';
import { OUTPUT, printed } from '../printed.ts';
import type { Task } from '../task.ts';

/** « En cas de fraude, l'enseignant établit un rapport de fraude »: on paper, to be signed. */
export const fraud: Task = {
  usage: 'fraud SESSION [N°] -o FICHIER.pdf',
  summary: 'les rapports de fraude d’une session, ou d’un candidat, à signer',
  words: [1, 2],
  options: OUTPUT,
  async run(call) {
    const { output } = call.values;
    if (typeof output !== 'string') throw new UsageError('Où imprimer les rapports ? -o FICHIER.pdf');
    const [, written = null] = call.words;
    const candidate = written === null ? null : Number(written);
    if (written !== null && !/^\d{1,6}$/.test(written)) {
      throw new UsageError(`${written} : écrire le numéro d’une ligne de la feuille, 3 par exemple.`);
    }
    const { fraudPdf } = await import('../../pdf/index.ts');
    const nobody = candidate === null ? 'cette session' : `le candidat n° ${candidate}`;
    return printed(
      call,
      output,
      (history, options) => fraudPdf(project(pv, history), options, candidate),
      `Aucune fraude n’est rapportée pour ${nobody}.`,
    );
  },
};
