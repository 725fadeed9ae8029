import { agendaText } from '../../../projections/agenda/text.ts';
import { readingRegister } from '../place.ts';
import { show } from '../show.ts';
import type { Task } from '../task.ts';

/** The agenda. */
export const list: Task = {
  usage: 'list',
  summary: 'l’agenda : toutes les sessions, par date',
  words: [0, 0],
  options: {},
  run: async (call) => show(call, await readingRegister(call.db, (register) => register.agenda()), agendaText),
};
