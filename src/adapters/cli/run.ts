import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { UnreadableEvent } from '../../domain/events/upcast.ts';
import { type Actor, actor as actorSchema } from '../../domain/store/envelope.ts';
import { isStoreError } from '../../domain/store/errors.ts';
import { isKeyError } from '../encrypted/index.ts';
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts';
import { safe } from './safe.ts';
import type { Call, Task } from './task.ts';
import { TASKS } from './tasks.ts';
import { taskUsage, USAGE } from './usage.ts';

const COMMON = {
  db: { type: 'string' },
  as: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Where the register is looked for, unless the command line names it. */
const VARIABLE = 'EMARGEMENT_DB';

/** Whoever is logged in. A container may run as a user whom no file names. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'inconnu';
  }
}

/** Reads `examiner:lefevre`. */
function readActor(written: string | undefined): Actor {
  const [role = '', ...identity] = (written ?? `centre:${userName()}`).split(':');
  const read = actorSchema.safeParse({ role, identity: identity.join(':') });
  if (read.success) return read.data;
  const roles = actorSchema.shape.role.options.join(', ');
  throw new UsageError(`--as ${written} : écrire RÔLE:IDENTITÉ, où le rôle est l’un de ${roles}.`);
}

function readCall(task: Task, args: readonly string[], io: Io): Call | null {
  const options = Object.fromEntries(Object.entries(task.options).map(([name, { help, ...option }]) => [name, option]));
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...options, ...COMMON },
    allowPositionals: true,
  });
  if (values.help === true) return null;
  // A connection string with credentials does not belong where every user of the machine can read it.
  const { [VARIABLE]: fromEnvironment = '' } = process.env;
  const db = values.db ?? (fromEnvironment === '' ? undefined : fromEnvironment);
  const [least, most] = task.words;
  if (positionals.length < least || positionals.length > most) {
    throw new UsageError(`Usage : emargement ${task.usage}`);
  }
  return {
    io: safe(io, values.json === true),
    words: positionals,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? undefined : value]),
    ),
    lists: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : []]),
    ),
    db: db ?? 'emargement.db',
    isDbGiven: db !== undefined,
    json: values.json === true,
    actor: readActor(values.as),
  };
}

/** Whether this says that the arguments could not be parsed. */
const isParseError = (thrown: unknown): thrown is Error =>
  thrown instanceof TypeError && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS');

/** The package that is missing, where this says that one is. */
const missingPackage = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_MODULE_NOT_FOUND'
    ? /package '([^']+)'/.exec(thrown.message)?.[1]
    : undefined;

/** Whether this says that a file or a folder could not be read or written. */
const isFileError = (thrown: unknown): thrown is Error => thrown instanceof Error && 'syscall' in thrown;

/** Whether this says that a store, a key, a file or a record cannot be used as it is. */
const isFault = (thrown: unknown): thrown is Error =>
  isStoreError(thrown) ||
  isKeyError(thrown) ||
  isFileError(thrown) ||
  thrown instanceof UnreadableEvent ||
  (thrown instanceof Error && (thrown.name === 'EvidenceError' || thrown.name === 'AuditPageError'));

/**
 * Runs the command line.
 *
 * @param args what stands after the program's name
 * @param raw what it says goes through {@link safe} first
 * @returns the exit code
 */
export async function run(args: readonly string[], raw: Io): Promise<ExitCode> {
  const io = safe(raw, false);
  const [name, ...others] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? io.err : io.out)(USAGE);
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  try {
    if (task === undefined) throw new UsageError(`« ${name} » n’est pas une tâche. Voir emargement --help.`);
    const call = readCall(task, others, raw);
    if (call !== null) return await task.run(call);
    io.out(taskUsage(task));
    return EXIT.done;
  } catch (thrown) {
    if (thrown instanceof UsageError || isParseError(thrown)) {
      io.err(thrown.message);
      return EXIT.usage;
    }
    const missing = missingPackage(thrown);
    if (missing !== undefined) {
      io.err(`Cette tâche demande le paquet ${missing} : npm install ${missing}`);
      return EXIT.fault;
    }
    if (!isFault(thrown)) throw thrown;
    io.err(thrown.message);
    return EXIT.fault;
  }
}
