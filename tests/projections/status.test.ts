import { describe, expect, test } from 'vitest';
import { newDraft, replay, sessionOf } from '../../src/domain/machine/replay.ts';
import { statusText, upTo } from '../../src/projections/index.ts';
import { at, morningEvents } from './morning.ts';

const events = morningEvents();

describe('The remaining time', () => {
  test('is told for each candidate who takes the test', () => {
    expect(statusText(replay(upTo(events, 31)), at('10:36'))).toMatchInlineSnapshot(`
      "SESSION rouen-b12 : close, le 14 mai 2019 à 10:36 (Europe/Paris)

      Décompte commencé à 08:40.

      N° │ Nom et prénom                                   │ État     │ Durée  │ Temps rendu │ Fin du temps │ Temps restant
      ───┼─────────────────────────────────────────────────┼──────────┼────────┼─────────────┼──────────────┼──────────────
      1  │ GARÇON Chloë                                    │ terminé  │ 1 h 45 │ 10 min      │ 10:35        │ écoulé
      2  │ N’DIAYE Ousmane                                 │ en cours │ 2 h 20 │ 10 min      │ 11:10        │ 34 min
      3  │ DE LA ROCHEFOUCAULD-MONTBEL Marie-Éléonore Anne │ en cours │ 1 h 45 │             │ 10:25        │ écoulé
      "
    `);
  });

  test('is not counted before the code is given', () => {
    expect(statusText(replay(upTo(events, 9)), at('08:00'))).toMatchInlineSnapshot(`
      "SESSION rouen-b12 : code attribué, le 14 mai 2019 à 08:00 (Europe/Paris)

      Le code d’accès n’a pas été donné : le décompte du temps n’a pas commencé.
      "
    `);
  });

  test('does not exist where no session is planned', () => {
    expect(statusText(sessionOf(newDraft()), at('08:00'))).toBe('Aucune session planifiée.\n');
  });

  test('is over for all a day later', () => {
    expect(statusText(replay(events), at('08:00', '2019-05-15')).match(/│ écoulé$/gm)).toHaveLength(3);
  });
});
