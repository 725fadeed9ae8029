import { EXIT } from '../io.ts';
import type { Task } from '../task.ts';
import { assertNew, written } from '../written.ts';

/** A pair of keys: the private one signs roots and evidence, the public one is given to whoever verifies them. */
export const signingKey: Task = {
  usage: 'signing-key NOM',
  summary: 'une nouvelle clé de signature : NOM.pem, à garder, et NOM.pub.pem, à publier',
  words: [1, 1],
  options: {},
  async run({ io, words: [name = ''] }) {
    assertNew(`${name}.pem`, `${name}.pub.pem`);
    const { newSigningKey } = await import('../../evidence/index.ts');
    const { privateKey, publicKey } = newSigningKey();
    await written(`${name}.pem`, [privateKey], 0o600);
    await written(`${name}.pub.pem`, [publicKey]);
    io.out(`${name}.pem : à garder hors du registre. ${name}.pub.pem : à publier.`);
    return EXIT.done;
  },
};
