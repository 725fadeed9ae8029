import { readFile } from 'node:fs/promises';
import { textOfStored } from '../../../domain/store/json.ts';
import { isPerson } from '../../../domain/values/person.ts';
import { sessionStream } from '../../../service/streams.ts';
import type { EvidenceInput, Signer } from '../../evidence/index.ts';
import { inclusionOf, rootOf } from '../../sealed/index.ts';
import { EXIT, UsageError } from '../io.ts';
import { type Place, reading } from '../place.ts';
import { signerFrom } from '../signing.ts';
import type { Call, Task } from '../task.ts';
import { written } from '../written.ts';

/** For whom the file is: the jury, unless somebody is named. */
function recipientOf({ values: { person } }: Call): EvidenceInput['recipient'] {
  if (person === undefined) return { kind: 'jury' };
  if (typeof person === 'string' && isPerson(person)) return { kind: 'person', person };
  throw new UsageError(`--person ${person} : écrire candidate-3, ou examiner-lefevre.`);
}

/** The root that the file leads to: one that was published, or one that is signed now. */
async function rootFor({ record }: Place, { values }: Call, signer: Signer) {
  const { claimedRoot, signRoot } = await import('../../evidence/index.ts');
  const { root: path } = values;
  if (typeof path !== 'string') {
    const current = await rootOf(record);
    return { token: await signRoot({ ...current, at: Date.now() }, signer), size: current.size };
  }
  const token = (await readFile(path, 'utf8')).trim();
  const claimed = claimedRoot(token);
  if (claimed === null) throw new UsageError(`${path} : ce n’est pas une racine signée.`);
  return { token, size: claimed.size };
}

/** The keys that the recipient may have. */
async function keysFor({ keyring }: Place, stream: string, recipient: EvidenceInput['recipient']) {
  const keys = await keyring.keysOf(stream);
  return recipient.kind === 'jury' ? keys : new Map([...keys].filter(([person]) => person === recipient.person));
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
    const { output } = values;
    if (typeof output !== 'string') throw new UsageError('Où écrire le dossier ? -o FICHIER');
    const recipient = recipientOf(call);
    const signer = await signerFrom(values['signing-key']);
    const stream = sessionStream(session);
    const { writeEvidence } = await import('../../evidence/index.ts');
    const events = await reading(db, async (place) => {
      const stored = await place.record.readStream(stream);
      if (stored.length === 0) throw new UsageError(`Le registre ${db} ne connaît pas la session ${session}.`);
      const { token: root, size } = await rootFor(place, call, signer);
      const inclusion = await inclusionOf(place.record, stream, size);
      const keys = await keysFor(place, stream, recipient);
      const texts = () => stored.map(textOfStored);
      const input = { recipient, stream, texts, keys, inclusion, root, madeAt: Date.now() };
      await written(output, writeEvidence(input, signer), 0o600);
      return stored.length;
    });
    const answer = { file: output, session, events, ...recipient };
    io.out(json ? JSON.stringify(answer) : `${output} : ${events} événements, signés.`);
    return EXIT.done;
  },
};
