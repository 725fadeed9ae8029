import { deadlines } from '../../../domain/deadlines.ts';
import { statusText } from '../../../projections/status/text.ts';
import type { Register } from '../../../service/register.ts';
import { UsageError } from '../io.ts';
import { readingRegister } from '../place.ts';
import { show } from '../show.ts';
import type { Task } from '../task.ts';

/** The sessions that run now. */
const running = async (register: Register): Promise<readonly string[]> =>
  (await register.agenda()).filter(({ lifecycle }) => lifecycle === 'running').map(({ header }) => header.session);

/** « L'enseignant indique quelques minutes avant la fin le temps restant »: who has how much time left. */
export const status: Task = {
  usage: 'status [SESSION]',
  summary: 'où en est une session, ou toutes celles en cours : le temps restant de chaque candidat',
  words: [0, 1],
  options: {},
  async run(call) {
    const [named] = call.words;
    const now = Date.now();
    const sessions = await readingRegister(call.db, async (register) => {
      const names = named === undefined ? await running(register) : [named];
      return Promise.all(names.map((name) => register.session(name)));
    });
    if (named !== undefined && sessions.some(({ lifecycle }) => lifecycle === 'unplanned')) {
      throw new UsageError(`Le registre ${call.db} ne connaît pas la session ${named}.`);
    }
    const view = sessions.map(({ lifecycle, state }) => ({
      session: state.session,
      lifecycle,
      deadlines: deadlines(state, now),
    }));
    const text = sessions.map((session) => statusText(session, now)).join('\n\n');
    return show(call, view, () => (text === '' ? 'Aucune session n’est en cours.' : text));
  },
};
