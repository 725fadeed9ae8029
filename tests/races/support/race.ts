import { expect } from 'vitest';
import { verifyStore } from '../../../src/adapters/sealed/verifyStore.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { openRegister, type Register } from '../../../src/service/register.ts';
import { must, plan, say } from '../../support/asked.ts';
import { storeOn } from './ground.ts';
import { insist } from './insist.ts';
import { countedByHand, seenTheSame, toldTheTruth } from './judge.ts';
import type { Raced, Racers } from './racers.ts';
import { type Ground, type Round, SESSION } from './round.ts';

/** The access code of the session that they race on. */
export const CODE = 'ABCD12';

/** A race that was judged. */
export interface Race extends Pick<Raced, 'outcomes'> {
  readonly history: readonly SessionEvent[];
}

/** Sends once more what was accepted: everybody is told what they were told, and nothing comes of it. */
async function sentAgain(
  register: Register,
  sendings: readonly Round['sendings'][],
  outcomes: Race['outcomes'],
): Promise<void> {
  for (const [process, own] of outcomes.entries()) {
    for (const [n, { told }] of own.entries()) {
      const commands = sendings[process]?.[n] ?? [];
      if (told.kind === 'accepted') expect((await insist(register, commands)).told).toEqual(told);
    }
  }
}

/** Plans a session with its code, has everybody send at once, and judges what they were told and what they left. */
export async function raced(racers: Racers, ground: Ground, sendings: readonly Round['sendings'][]): Promise<Race> {
  const store = storeOn(ground);
  const register = openRegister(store);
  try {
    await must(register.handle(plan(SESSION)));
    const { revision } = await must(register.handle(say(SESSION, 'IssueAccessCode', { accessCode: CODE })));
    const { outcomes, seen } = await racers.race(ground, sendings);
    await sentAgain(register, sendings, outcomes);
    const history = await register.history(SESSION);
    countedByHand(history);
    toldTheTruth(outcomes.flat(), history.slice(revision));
    seenTheSame(seen, history);
    if (ground.isSealed) expect((await verifyStore(store, { lifecycle: true })).findings).toEqual([]);
    return { outcomes, history };
  } finally {
    await register.close();
  }
}
