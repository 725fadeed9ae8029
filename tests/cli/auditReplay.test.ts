import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from '../../src/domain/machine/replay.ts';
import { fileOf } from '../evidence/support/files.ts';
import { recorded, sessions } from '../evidence/support/record.ts';
import { holds } from '../support/property.ts';
import { ran } from './cli.ts';
import { written } from './dossiers.ts';

const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? Object.fromEntries(part) : part)));

/** A file of a session in which nobody was erased. */
const plain = sessions(30).filter(({ events }) => events.every(({ type }) => type !== 'PersonErased'));

describe('replay', () => {
  test('shows at every event what the machine says after it', async () => {
    await holds(
      fc.asyncProperty(plain, fc.nat(99), async ({ events }, at) => {
        const path = written(await fileOf(recorded(events)));
        const step = at % (events.length + 1);
        const { out, code } = await ran(['replay', path, '--step', String(step), '--json']);
        const { moment } = JSON.parse(out) as { moment: { revision: number; session: unknown } };
        expect([code, moment.revision]).toEqual([0, step]);
        expect(moment.session).toEqual(asJson(replay(events.slice(0, step))));
      }),
      { runs: 25 },
    );
  });

  test('shows the parts that were asked for, and no other', async () => {
    await holds(
      fc.asyncProperty(plain, async ({ events }) => {
        const path = written(await fileOf(recorded(events)));
        const { out } = await ran(['replay', path, '--part', 'feuille', '--part', 'manquements']);
        expect(out).toContain('FEUILLE D’ÉMARGEMENT');
        expect(out).toContain('Manquements aux règles jusque-là\n');
        for (const other of ['PROCÈS-VERBAL', 'Ce qui pouvait être enregistré', '\nÉtat\n']) {
          expect(out).not.toContain(other);
        }
      }),
      { runs: 5 },
    );
  });

  test.each([
    [['--step', '99999'], 'aucun fait lisible de ce rang'],
    [['--step', '-1'], '--step'],
    [['--step', 'last'], 'aucun fait lisible de ce rang'],
    [['--step', '1', '--at', '11:40'], 'et non les deux'],
    [['--at', 'noon'], 'écrire une heure du jour de la session'],
    [['--part', 'tout'], 'etat, temps, possible, feuille, pv, manquements'],
    [['--rules', 'yesterday'], 'écrire today'],
  ])('%j ends with 2 and says why', async (args, said) => {
    const [session] = fc.sample(plain, { seed: 1, numRuns: 1 });
    const path = written(await fileOf(recorded(session?.events ?? [])));
    expect(await ran(['replay', path, ...args])).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  });
});

describe('diff', () => {
  test.each([
    [['submission:1', '1'], 'la feuille a été transmise 0 fois'],
    [['submission:0', '1'], 'la feuille a été transmise 0 fois'],
    [['0', 'submission'], 'aucun fait lisible de ce rang'],
  ])('%j ends with 2 and says why', async (args, said) => {
    const planned = fc.sample(plain, { seed: 1, numRuns: 1 }).flatMap(({ events }) => events.slice(0, 1));
    const path = written(await fileOf(recorded(planned)));
    expect(await ran(['diff', path, ...args])).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  });
});

describe('candidate', () => {
  test.each([
    ['0', 'écrire le numéro d’une ligne'],
    ['Diallo', 'écrire le numéro d’une ligne'],
    ['999', 'Aucun candidat n° 999'],
  ])('%s ends with 2 and says why', async (number, said) => {
    const [session] = fc.sample(plain, { seed: 1, numRuns: 1 });
    const path = written(await fileOf(recorded(session?.events ?? [])));
    expect(await ran(['candidate', path, number])).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  });
});
