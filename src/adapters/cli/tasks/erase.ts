import { answered } from '../answers.ts';
import { UsageError } from '../io.ts';
import { changingPlace } from '../place.ts';
import type { Task } from '../task.ts';
import { eraseFromViews } from '../views.ts';

/** Erases what is personal of somebody in a session: their key is destroyed, and the record stays as it is. */
export const erase: Task = {
  usage: 'erase SESSION PERSONNE --reason TEXTE',
  summary: 'efface les données personnelles de candidate-3, d’examiner-lefevre, ou des textes de la session (session)',
  words: [2, 2],
  options: { reason: { type: 'string', help: 'pourquoi ; ce motif est conservé : n’y nommer personne' } },
  async run({ io, words: [session = '', person = ''], values: { reason }, db, json, actor }) {
    if (typeof reason !== 'string') throw new UsageError('Pourquoi effacer ? --reason TEXTE');
    return changingPlace(db, async (place) => {
      const answer = await place.register.handle({ type: 'ErasePerson', session, actor, data: { person, reason } });
      const code = answered(answer, io, json);
      if (answer.kind === 'accepted') await eraseFromViews(place, db, io);
      return code;
    });
  },
};
