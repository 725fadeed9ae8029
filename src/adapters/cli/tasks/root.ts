import { rootOf } from '../../sealed/index.ts';
import { EXIT, UsageError } from '../io.ts';
import { reading } from '../place.ts';
import { signerFrom } from '../signing.ts';
import type { Task } from '../task.ts';
import { written } from '../written.ts';

/** The root of the log of heads: one digest for the whole record, to be kept where the record is not. */
export const root: Task = {
  usage: 'root [-o FICHIER --signing-key CLÉ.pem]',
  summary: 'la racine du registre ; signée, elle se publie, et rien d’antérieur ne change plus sans que cela se voie',
  words: [0, 0],
  options: {
    output: { type: 'string', short: 'o', help: 'écrit la racine signée dans un nouveau fichier' },
    'signing-key': { type: 'string', help: 'la clé privée (Ed25519) qui signe' },
  },
  async run({ io, db, json, values }) {
    const found = await reading(db, ({ record }) => rootOf(record));
    const { output } = values;
    if (typeof output === 'string') {
      if (found.size === 0) throw new UsageError(`Le registre ${db} n’a pas d’événement : il n’y a rien à signer.`);
      const signer = await signerFrom(values['signing-key']);
      const { signRoot } = await import('../../evidence/index.ts');
      await written(output, [`${await signRoot({ ...found, at: Date.now() }, signer)}\n`]);
    }
    io.out(json ? JSON.stringify(found) : `${found.size} événements, racine ${found.root}`);
    return EXIT.done;
  },
};
