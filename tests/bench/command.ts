import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { eventId } from '../../src/service/ids.ts';
import { openRegister, type Register } from '../../src/service/register.ts';
import { median, type Verdict } from './ratio.ts';

const ROUNDS = 240;
/** Rounds before the engine has compiled what it runs. */
const WARM_UP = 120;
const PER_ROUND = 50;

type Synchronous = 'full' | 'normal';

const actor = { role: 'examiner', identity: 'lefevre' } as const;

/** Plans a session that comments can be added to. */
export async function plan(register: Register, session: string): Promise<void> {
  const answer = await register.handle({
    type: 'PlanSession',
    session,
    actor,
    data: {
      establishment: { name: 'Lycée', address: '1 rue Haute', postalCode: '76300', city: 'Sotteville-lès-Rouen' },
      slot: { date: '2019-05-14', start: '08:30', end: '10:30', site: 'Lycée', room: 'B12' },
      examiners: [{ id: 'lefevre', name: { surname: 'Lefèvre', firstName: 'Anne' } }],
    },
  });
  if (answer.kind !== 'accepted') throw new Error(`the session was not planned: ${answer.kind}`);
}

/** One command: read, decided, appended. */
export async function comment(register: Register, session: string, id: string): Promise<void> {
  const answer = await register.handle({
    type: 'AddSessionComment',
    session,
    id,
    actor,
    data: { text: 'Bruit dans le couloir' },
  });
  if (answer.kind !== 'accepted') throw new Error(`a comment was not accepted: ${answer.kind}`);
}

/**
 * A file with the schema of a record, and a bare driver on it that adds one row in a transaction: an event as it is
 * stored, with an id like those that are derived, so that the same indexes grow in the same places.
 */
function bareFile(path: string, synchronous: Synchronous, event: string): { add(row: number): void; close(): void } {
  const ids = Array.from({ length: ROUNDS * PER_ROUND + 1 }, (_, row) => eventId('session-bare', `c${row}`, 0));
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA synchronous = ${synchronous}; PRAGMA wal_autocheckpoint = 4000`);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const insert = db.prepare('INSERT INTO events (stream, revision, id, event) VALUES (?, ?, ?, ?)');
  return {
    add(row) {
      begin.run();
      insert.run('session-bare', row, ids[row] ?? '', event);
      commit.run();
    },
    close: () => db.close(),
  };
}

/** Commands against bare transactions, in turns, each on a file of its own. */
async function against(folder: string, synchronous: Synchronous): Promise<Verdict> {
  const register = openRegister(openSqliteStore(join(folder, `${synchronous}.db`), { synchronous }));
  await plan(register, 's');
  const barePath = join(folder, `${synchronous}-bare.db`);
  await openSqliteStore(barePath).close();
  await comment(register, 's', 'sample');
  const [sample] = (await register.history('s')).slice(-1);
  const bare = bareFile(barePath, synchronous, JSON.stringify(sample));
  const ratios: number[] = [];
  let made = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (let n = 0; n < PER_ROUND; n++) await comment(register, 's', `c${round}-${n}`);
    const between = performance.now();
    for (let n = 0; n < PER_ROUND; n++) bare.add(++made);
    const end = performance.now();
    ratios.push((end - between) / (between - start));
  }
  bare.close();
  await register.close();
  const what = `a command on SQLite, synchronous ${synchronous}, against a bare transaction`;
  return { what, ratio: median(ratios.slice(WARM_UP)), limit: { kind: 'at-least', value: 0.5 } };
}

/** The 2,000th command of a session against the 20th. */
async function growth(folder: string): Promise<Verdict> {
  const register = openRegister(openSqliteStore(join(folder, 'growth.db'), { synchronous: 'normal' }));
  await plan(register, 'warm-up');
  for (let n = 0; n < 500; n++) await comment(register, 'warm-up', `w${n}`);
  const early: number[] = [];
  const late: number[] = [];
  for (let session = 0; session < 5; session++) {
    await plan(register, `s${session}`);
    for (let n = 1; n <= 2020; n++) {
      const start = performance.now();
      await comment(register, `s${session}`, `c${session}-${n}`);
      if (n <= 40) early.push(performance.now() - start);
      if (n > 1980) late.push(performance.now() - start);
    }
  }
  await register.close();
  const what = 'the 2,000th command of a session against the 20th';
  return { what, ratio: median(late) / median(early), limit: { kind: 'at-most', value: 1.5 } };
}

/** What a command costs. */
export async function commandVerdicts(): Promise<readonly Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'emargement-bench-'));
  try {
    return [await against(folder, 'full'), await against(folder, 'normal'), await growth(folder)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
