import { isPerson } from '../../../domain/values/person.ts';
import type { EvidenceInput } from '../../evidence/index.ts';
import { composed } from '../composed.ts';
import { EXIT, UsageError } from '../io.ts';
import { reading } from '../place.ts';
import { signerFrom } from '../signing.ts';
import type { Call, Task } from '../task.ts';
import { written } from '../written.ts';

/** For whom the file is: the jury, unless somebody is named. */
function recipientOf({ values: { person } }: Call): EvidenceInput['recipient'] {
  if (person === undefined) return { kind: 'jury' };
  if (typeof person === 'string' && isPerson(person)) return { kind: 'person', person };
  throw new UsageError(`--person ${person} : écrire candidate-3, ou examiner-lefevre.`);
}

/** One session in one file, for a jury or for one person, that is verified without the register. */
export const evidence: Task = {
  usage: 'evidence SESSION -o FICHIER --signing-key CLÉ.pem',
  summary:
    'le dossier de preuve d’une session : tout, pour un jury ; avec --person, sa part et celle de personne d’autre',
  words: [1, 1],
  options: {
    output: { type: 'string', short: 'o', help: 'le nouveau fichier' },
    'signing-key': { type: 'string', help: 'la clé privée (Ed25519) qui signe' },
    person: { type: 'string', help: 'pour cette personne seule : candidate-3, examiner-lefevre' },
    root: { type: 'string', help: 'une racine signée et publiée (par défaut, une nouvelle est signée)' },
  },
  async run(call) {
    const { io, db, values, json } = call;
    const [session = ''] = call.words;
    const { output, root } = values;
    if (typeof output !== 'string') throw new UsageError('Où écrire le dossier ? -o FICHIER');
    const recipient = recipientOf(call);
    const signer = await signerFrom(values['signing-key']);
    const wanted = { session, recipient, signer, root: typeof root === 'string' ? root : null };
    const events = await reading(db, async (place) => {
      const file = await composed(place, wanted, db);
      await written(output, file.lines, 0o600);
      return file.events;
    });
    const answer = { file: output, session, events, ...recipient };
    io.out(json ? JSON.stringify(answer) : `${output} : ${events} événements, signés.`);
    return EXIT.done;
  },
};
