import { expect, test } from 'vitest';
import { openRegister } from '../../src/service/register.ts';
import { DICTATED, holder, planned } from '../service/codes.ts';
import { place } from '../stores/support/folder.ts';
import { comment, issue } from '../support/asked.ts';
import { storeOn } from './support/ground.ts';
import { racers } from './support/racers.ts';

const SESSIONS = Array.from({ length: 20 }, (_, n) => `s${n}`);

/** Asks for a code wherever it was not asked yet, at the revision at which others go by, and then at any. */
const asking = (process: number) =>
  SESSIONS.flatMap((session) => [
    [issue(session, { id: `${session}-p${process}-early`, expectedRevision: 2 })],
    [comment(session, 'Noté', { id: `${session}-p${process}-note` })],
    [issue(session, { id: `${session}-p${process}` })],
  ]);

test('sessions for which three machines ask for an access code at once have one each, and nobody else holds it', async () => {
  const three = racers(3);
  const ground = { file: place(), isSealed: true };
  const store = storeOn(ground);
  const host = openRegister(store);
  await planned(host, ...SESSIONS);
  const { outcomes } = await three.race(ground, [0, 1, 2].map(asking));
  const issued = outcomes.flat().filter(({ ids, told }) => told.kind === 'accepted' && !ids[0]?.endsWith('-note'));
  expect(issued).toHaveLength(SESSIONS.length);
  const codes = await Promise.all(SESSIONS.map(async (session) => (await host.session(session)).state.accessCode));
  expect(new Set(codes).size).toBe(SESSIONS.length);
  for (const [n, code] of codes.entries()) {
    expect(code).toMatch(DICTATED);
    expect(await holder(store, String(code))).toBe(SESSIONS[n]);
  }
  for (const { told } of outcomes.flat()) expect(told).not.toMatchObject({ kind: 'failed' });
  await host.close();
  await three.end();
});
