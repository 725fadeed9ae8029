import { readFile } from 'node:fs/promises';
import type { Actor } from '../../../domain/store/envelope.ts';
import type { CommandInput } from '../../../service/register.ts';
import { answered } from '../answers.ts';
import { parsed } from '../parsed.ts';
import { writing } from '../place.ts';
import type { Task } from '../task.ts';
import { eraseFromViews } from '../views.ts';

/** A command as it was given, with who acts where it does not say. What is wrong with it the register says. */
const commandOf = (given: unknown, actor: Actor): CommandInput =>
  typeof given === 'object' && given !== null ? { actor, ...given } : { given };

/** Any command, or a list that is recorded as one. */
export const handle: Task = {
  usage: 'handle [FICHIER|-]',
  summary: 'exécute une commande en JSON, ou une liste d’un seul tenant, d’un fichier ou de l’entrée standard',
  words: [0, 1],
  options: {},
  async run({ io, words: [file = '-'], db, json, actor }) {
    const given =
      file === '-' ? parsed(await io.input(), 'Entrée standard') : parsed(await readFile(file, 'utf8'), file);
    return writing(db, async (place) => {
      const { register } = place;
      const answer = Array.isArray(given)
        ? await register.handleAll(given.map((one: unknown) => commandOf(one, actor)))
        : await register.handle(commandOf(given, actor));
      const erases = answer.kind === 'accepted' && answer.events.some(({ type }) => type === 'PersonErased');
      const code = answered(answer, io, json);
      if (erases) await eraseFromViews(place, db, io);
      return code;
    });
  },
};
