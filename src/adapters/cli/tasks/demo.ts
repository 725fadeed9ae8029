import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agendaText } from '../../../projections/agenda/text.ts';
import { project } from '../../../projections/projection.ts';
import { submissions } from '../../../projections/submissions/submissions.ts';
import { submissionsText } from '../../../projections/submissions/text.ts';
import { verifyStore } from '../../sealed/index.ts';
import { manualClock } from '../demo/clock.ts';
import { differencesTo, look, type Shown } from '../demo/compare.ts';
import { DISPUTE_BEGINS, playDispute } from '../demo/dispute.ts';
import { writePapers } from '../demo/papers.ts';
import { BEGINS } from '../demo/scene.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import { isServer } from '../location.ts';
import { reading, withRegister } from '../place.ts';
import type { Call, Task } from '../task.ts';
import { assertNew } from '../written.ts';

/** Plays the day on the file, and shows what it leaves. */
async function record(path: string, { out }: Io): Promise<ReadonlyMap<string, Shown>> {
  const { play } = await import('../demo/play.ts');
  const clock = manualClock(BEGINS);
  return withRegister(
    path,
    async (register) => {
      const sessions = await play(register, clock, out);
      const shown = new Map<string, Shown>();
      for (const session of Object.values(sessions)) shown.set(session, await look(register, session));
      const { sheet, pv } = await look(register, sessions.morning);
      out(`\n${sheet}\n\n${pv}`);
      out(`\n${submissionsText(project(submissions, await register.history(sessions.morning)))}`);
      out(`\n${agendaText(await register.agenda())}`);
      return shown;
    },
    { clock },
  );
}

/** Plays the disputed session on the file. */
async function recordDispute(path: string, { out }: Io): Promise<ReadonlyMap<string, Shown>> {
  const clock = manualClock(DISPUTE_BEGINS);
  return withRegister(
    path,
    async (register) => {
      const session = await playDispute(register, clock, out);
      return new Map([[session, await look(register, session)]]);
    },
    { clock },
  );
}

/** Opens the file anew, replays every session, and compares. */
const compare = (path: string, shown: ReadonlyMap<string, Shown>, { out, err }: Io): Promise<ExitCode> =>
  reading(path, async ({ register, record }) => {
    let events = 0;
    let differences = 0;
    for (const [session, before] of shown) {
      const found = await differencesTo(register, session, before);
      for (const difference of found) err(`Session ${session} : ${difference}`);
      events += before.events;
      differences += found.length;
    }
    out(`\nRegistre fermé, rouvert et rejoué : ${shown.size} sessions, ${events} faits, ${differences} différence(s).`);
    const { findings } = await verifyStore(record, { lifecycle: true });
    for (const { fr } of findings) err(fr);
    out(`Chaînes et cycle de vie vérifiés : ${findings.length} constat(s).`);
    return differences + findings.length === 0 ? EXIT.done : EXIT.refused;
  });

/** Writes the papers of the sessions into a new folder. */
const print = (path: string, sessions: Iterable<string>, folder: string, io: Io): Promise<void> =>
  reading(path, async (place) =>
    io.out(`${await writePapers(place, [...sessions], folder, io)} fichiers dans ${folder}.`),
  );

/**
 * The file that was named on the command line itself: a register that is worked with is never played on.
 *
 * @returns `null` where none was
 * @throws {UsageError} where it cannot be a new file
 */
function placeNamed({ db }: Call['values']): string | null {
  if (typeof db !== 'string') return null;
  if (isServer(db)) throw new UsageError(`${db} est un serveur : la démonstration veut un fichier neuf.`);
  if (existsSync(db)) throw new UsageError(`${db} existe déjà : la démonstration veut un fichier neuf.`);
  return db;
}

/** A day of sessions from the Navette to the results, on a file; then the file is read again, and must say the same. */
export const demo: Task = {
  usage: 'demo [--dispute] [--out DOSSIER]',
  summary: 'une journée de sessions, de la Navette aux résultats ; avec --db, le registre est conservé',
  words: [0, 0],
  options: {
    dispute: { type: 'boolean', help: 'une seule session, « litige », dont on conteste le temps, le PV et une fraude' },
    out: { type: 'string', help: 'écrit aussi tous les papiers, classeurs et PDF, dans un nouveau dossier' },
  },
  async run({ io, json, values }) {
    const { dispute, out } = values;
    if (json) throw new UsageError('La démonstration se raconte : elle ne répond pas en JSON.');
    const named = placeNamed(values);
    if (typeof out === 'string') assertNew(out);
    const folder = await mkdtemp(join(tmpdir(), 'emargement-'));
    const path = named ?? join(folder, 'demo.db');
    try {
      const shown = await (dispute === true ? recordDispute : record)(path, io);
      const code = await compare(path, shown, io);
      if (typeof out === 'string') await print(path, shown.keys(), out, io);
      return code;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
