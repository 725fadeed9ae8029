import { headText } from '../../../domain/seal/head.ts';
import { sha256 } from '../../crypto/node.ts';
import { headOf } from '../heads.ts';
import { reading } from '../place.ts';
import { show } from '../show.ts';
import type { Task } from '../task.ts';

/** The head of a session, as somebody compares it with what was printed on paper. */
export const head: Task = {
  usage: 'head SESSION',
  summary: 'l’empreinte d’une session, à comparer avec celle d’un papier',
  words: [1, 1],
  options: {},
  run: async (call) => {
    const [session = ''] = call.words;
    const found = await reading(call.db, ({ record }) => headOf(record, session, call.db));
    return show(call, { ...found, text: headText(sha256, found) }, ({ text }) => text);
  },
};
