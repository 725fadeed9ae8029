import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { legalityOf } from '../../src/domain/audit/legality.ts';
import { chainVerifier } from '../../src/domain/seal/verify.ts';
import { storedEvent } from '../../src/domain/store/json.ts';
import { eventId } from '../../src/service/ids.ts';
import { openRegister, type Register } from '../../src/service/register.ts';
import { comment, plan } from './command.ts';
import { median, type Verdict } from './ratio.ts';
import { readHistories, textsOfSessions } from './sessions.ts';

const ROUNDS = 160;
/** Rounds before the engine has compiled what it runs. */
const WARM_UP = 60;
const PER_ROUND = 50;
const SESSIONS = 50;

/** Commands on a sealed record against the same on one that is not, in turns, each on a file of its own. */
async function sealing(folder: string): Promise<Verdict> {
  const bare = openRegister(openSqliteStore(join(folder, 'bare.db')));
  const chained = openRegister(sealed(openSqliteStore(join(folder, 'sealed.db'))));
  for (const register of [bare, chained]) await plan(register, 's');
  const timed = async (register: Register, round: number): Promise<number> => {
    const start = performance.now();
    for (let n = 0; n < PER_ROUND; n++) await comment(register, 's', `c${round}-${n}`);
    return performance.now() - start;
  };
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Whoever comes second pays for what the first one left behind, so they take turns at that too.
    if (round % 2 === 0) {
      const without = await timed(bare, round);
      ratios.push((await timed(chained, round)) / without);
    } else {
      const within = await timed(chained, round);
      ratios.push(within / (await timed(bare, round)));
    }
  }
  for (const register of [bare, chained]) await register.close();
  const what = 'a sealed command against an unsealed one, on SQLite at FULL';
  return { what, ratio: median(ratios.slice(WARM_UP)), limit: { kind: 'at-most', value: 1.1 } };
}

/** Sessions as a sealed store keeps them: their texts, and the stream of each. */
async function sealedSessions(): Promise<readonly { readonly stream: string; readonly texts: readonly string[] }[]> {
  const sessions = readHistories(textsOfSessions(SESSIONS));
  return Promise.all(
    sessions.map(async (events, session) => {
      const inner = openMemoryStore();
      const stream = `session-${session}`;
      const own = events.map((event, n) => ({ ...event, id: eventId(stream, `c${n}`, 0) }));
      await sealed(inner).append(stream, 'none', own);
      const texts = (await inner.readTexts?.({ limit: 10_000 })) ?? [];
      return { stream, texts: texts.map(({ text }) => text) };
    }),
  );
}

/** Nanoseconds for each event that ways to go through all sessions take, in turns. */
function inTurns(ways: readonly (() => void)[], events: number): readonly (readonly number[])[] {
  const times: number[][] = ways.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, way] of ways.entries()) {
      const start = performance.now();
      way();
      times[index]?.push(((performance.now() - start) * 1e6) / events);
    }
  }
  return times.map((one) => one.slice(WARM_UP));
}

/** What the verification of stored texts costs: as lines, and what has a limit. */
export async function verificationTable(): Promise<{ readonly lines: readonly string[]; readonly verdict: Verdict }> {
  const sessions = await sealedSessions();
  const events = sessions.flatMap(({ texts }) => texts).length;
  const chains = (parses: boolean) => (): void => {
    for (const { stream, texts } of sessions) {
      const verifier = chainVerifier(sha256, stream, { parses });
      for (const text of texts) verifier.add(text);
      verifier.end();
      if (verifier.findings.length > 0) throw new Error('a chain is broken');
    }
  };
  const [bare = [], alone = [], parsing = [], judging = []] = inTurns(
    [
      () => {
        for (const { texts } of sessions) for (const text of texts) hash('sha256', text);
      },
      chains(false),
      chains(true),
      () => {
        for (const { texts } of sessions) legalityOf(texts.map(storedEvent));
      },
    ],
    events,
  );
  const line = (what: string, times: readonly number[]) => `${what.padEnd(60)} ${median(times).toFixed(0)} ns an event`;
  return {
    lines: [
      line('bare SHA-256 of each stored text', bare),
      line('verifying the chain', alone),
      line('verifying the chain, and that each text is in its one form', parsing),
      line('reading each event strictly, and asking every rule', judging),
    ],
    verdict: {
      what: 'verifying stored texts against bare SHA-256 over the same bytes',
      ratio: median(bare.map((time, round) => time / (alone[round] ?? Number.NaN))),
      limit: { kind: 'at-least', value: 0.5 },
    },
  };
}

/** What the seal costs. */
export async function sealedVerdicts(): Promise<readonly Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'emargement-bench-'));
  try {
    return [await sealing(folder)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
