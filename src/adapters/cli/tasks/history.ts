import { project } from '../../../projections/projection.ts';
import { timelineText } from '../../../projections/timeline/text.ts';
import { timeline } from '../../../projections/timeline/timeline.ts';
import { showSession } from '../show.ts';
import type { Task } from '../task.ts';

/** Every event of a session; as JSON, exactly as stored. */
export const history: Task = {
  usage: 'history SESSION [--occurred]',
  summary: 'tous les faits d’une session, avec les deux heures et l’auteur',
  words: [1, 1],
  options: { occurred: { type: 'boolean', help: 'dans l’ordre de la salle, et non dans celui du registre' } },
  run(call) {
    const { occurred } = call.values;
    const order = occurred === true ? 'occurred' : 'recorded';
    return showSession(
      call,
      (events) => events,
      (events) => timelineText(project(timeline, events), order),
    );
  },
};
