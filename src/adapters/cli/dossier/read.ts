import { existsSync } from 'node:fs';
import { sessionIdentity } from '../../../domain/store/envelope.ts';
import { UsageError } from '../io.ts';
import { reading } from '../place.ts';
import type { Call, Task } from '../task.ts';
import type { Dossier, Source } from './dossier.ts';
import { dossierOfFile, isEvidence } from './file.ts';
import { dossierIn } from './register.ts';

/** The options of every task that reads a dossier. */
export const DOSSIER_OPTIONS: Task['options'] = {
  file: { type: 'boolean', help: 'le premier mot est le nom d’un dossier de preuve, et non celui d’une session' },
  key: { type: 'string', multiple: true, help: 'une clé publique de confiance (Ed25519) ; plusieurs fois au besoin' },
};

/**
 * Where the first word lies: it is the name of a file where there is an evidence file of that name, else that of a
 * session in the register. `--file` and `--db` decide where both could be.
 *
 * @throws {UsageError} where it is to be both, or a file that is not there
 */
export async function sourceOf({ words: [named = ''], values: { file }, db, isDbGiven }: Call): Promise<Source> {
  if (file === true && isDbGiven) throw new UsageError('Un dossier (--file) ou un registre (--db), et non les deux.');
  if (file === true && !existsSync(named)) throw new UsageError(`Le dossier ${named} n’existe pas.`);
  if (file === true || (!isDbGiven && (await isEvidence(named)))) return { kind: 'file', path: named };
  const isSession = sessionIdentity.safeParse(named).success && (isDbGiven || existsSync(db));
  if (!isSession && existsSync(named)) {
    throw new UsageError(`${named} ne commence pas comme un dossier de preuve ; avec --file, il est lu comme tel.`);
  }
  return { kind: 'register', db };
}

/**
 * Reads the session that the first word names: one of the register, or that of an evidence file.
 *
 * @throws {UsageError} where there is neither
 */
export async function readDossier(call: Call): Promise<Dossier> {
  const source = await sourceOf(call);
  const { key = [] } = call.lists;
  if (source.kind === 'file') return dossierOfFile(source.path, key);
  const [session = ''] = call.words;
  return reading(source.db, (place) => dossierIn(place, session, source.db));
}
