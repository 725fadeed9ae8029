import { project } from '../../../projections/projection.ts';
import { pv as pvProjection } from '../../../projections/pv/pv.ts';
import { pvText } from '../../../projections/pv/text.ts';
import { OUTPUT, printed } from '../printed.ts';
import { showSession } from '../show.ts';
import type { Task } from '../task.ts';

/** The PV. */
export const pv: Task = {
  usage: 'pv SESSION [-o FICHIER.pdf]',
  summary: 'le procès-verbal de session ; avec -o, pour le papier',
  words: [1, 1],
  options: OUTPUT,
  async run(call) {
    const { output } = call.values;
    if (typeof output !== 'string') return showSession(call, (history) => project(pvProjection, history), pvText);
    const { pvPdf } = await import('../../pdf/index.ts');
    return printed(call, output, (history, options) => pvPdf(project(pvProjection, history), options));
  },
};
