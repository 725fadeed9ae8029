import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { openSqliteKeys } from '../../src/adapters/sqlite/keys/keys.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { openRegister, type Register } from '../../src/service/register.ts';
import { median, type Verdict } from './ratio.ts';

const ROUNDS = 120;
/** Rounds before the engine has compiled what it runs. */
const WARM_UP = 60;
const PER_ROUND = 20;

const SESSION = 's';
const CANDIDATES = 20;

const actor = { role: 'examiner', identity: 'lefevre' } as const;

async function accepted(answer: ReturnType<Register['handle']>): Promise<void> {
  const given = await answer;
  if (given.kind !== 'accepted') throw new Error(`a command was not accepted: ${JSON.stringify(given)}`);
}

/** A session with a full sheet, so that there are as many keys as a room has people. */
async function prepare(register: Register): Promise<void> {
  const establishment = { name: 'Lycée', address: '1 rue Haute', postalCode: '76300', city: 'Sotteville-lès-Rouen' };
  const slot = { date: '2019-05-14', start: '08:30', end: '10:30', site: 'Lycée', room: 'B12' };
  const examiners = [{ id: 'lefevre', name: { surname: 'Lefèvre', firstName: 'Anne' } }];
  await accepted(
    register.handle({ type: 'PlanSession', session: SESSION, actor, data: { establishment, slot, examiners } }),
  );
  await accepted(register.handle({ type: 'IssueAccessCode', session: SESSION, actor, data: {} }));
  for (let n = 1; n <= CANDIDATES; n++) {
    const identity = { surname: `Nom${n}`, firstName: 'Prénom', birthDate: '2003-07-28', birthPlace: 'Rouen' };
    await accepted(register.handle({ type: 'RegisterCandidate', session: SESSION, actor, data: { identity } }));
  }
}

/** A command with personal data of somebody who is on the sheet. */
const comment = (register: Register, n: number): Promise<void> => {
  const data = { candidate: 1 + (n % CANDIDATES), text: 'A demandé à changer de poste' };
  return accepted(register.handle({ type: 'AddComment', session: SESSION, id: `c${n}`, actor, data }));
};

/** Milliseconds that something takes. */
async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * What it costs to seal and to hide, on the wiring of a host; keys of persons who are known already. The two take turns
 * command by command: so each begins as a command of a host does, after something else had the processor.
 */
export async function encryptedVerdicts(): Promise<readonly Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'emargement-bench-'));
  const current = { id: 'bench', bytes: new Uint8Array(32).fill(7) };
  const keyring = await openKeyring(openSqliteKeys(join(folder, 'keys.db')), { current });
  const open = (name: string) => openSqliteStore(join(folder, name), { synchronous: 'full' });
  const [hiding, bare] = [openRegister(encrypted(sealed(open('hiding.db')), keyring)), openRegister(open('bare.db'))];
  try {
    for (const register of [hiding, bare]) await prepare(register);
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const spent = { hiding: 0, bare: 0 };
      for (let n = round * PER_ROUND; n < (round + 1) * PER_ROUND; n++) {
        spent.hiding += await timed(() => comment(hiding, n));
        spent.bare += await timed(() => comment(bare, n));
      }
      ratios.push(spent.hiding / spent.bare);
    }
    const what = 'a command with personal data, sealed and encrypted, against a bare one, at FULL';
    return [{ what, ratio: median(ratios.slice(WARM_UP)), limit: { kind: 'at-most', value: 1.3 } }];
  } finally {
    await hiding.close();
    await bare.close();
    rmSync(folder, { recursive: true });
  }
}
