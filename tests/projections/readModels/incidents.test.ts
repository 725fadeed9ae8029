import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { incidentsModel, incidentsText, project, pv } from '../../../src/projections/index.ts';
import { holds, isWhole } from '../../support/property.ts';
import { morningEvents } from '../morning.ts';

const HISTORIES = histories({ choices: 120 });

describe('The incidents of a session', () => {
  test('are the interruptions, problems and frauds of its PV, in the order in which they happened', () => {
    const seen = { interruption: 0, problem: 0, fraud: 0 };
    holds(
      fc.property(HISTORIES, ({ events }) => {
        const { incidents } = project(incidentsModel.row, events);
        const minutes = project(pv, events);
        const of = (kind: string) => incidents.filter((incident) => incident.kind === kind);
        expect(of('interruption')).toMatchObject(minutes.interruptions);
        expect(of('problem')).toMatchObject(minutes.problems);
        expect(of('fraud')).toMatchObject(minutes.frauds);
        const { interruptions, problems, frauds } = minutes;
        expect(incidents).toHaveLength(interruptions.length + problems.length + frauds.length);
        const times = incidents.map(({ occurredAt }) => occurredAt);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const { kind, session } of incidents) {
          seen[kind] += 1;
          expect(session).toBe('session-1');
        }
      }),
      { runs: 150 },
    );
    if (isWhole) expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  test('are found by their kinds, each once, and a session without any is not kept', () => {
    holds(
      fc.property(HISTORIES, ({ events }) => {
        const row = project(incidentsModel.row, events);
        const { kind: kindsOf } = incidentsModel.columns;
        const kinds = kindsOf?.(row) ?? [];
        expect(new Set(kinds)).toEqual(new Set(row.incidents.map(({ kind }) => kind)));
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(incidentsModel.keeps?.(row)).toBe(kinds.length > 0);
      }),
      { runs: 60 },
    );
  });
});

describe('The incidents of several sessions', () => {
  const row = project(incidentsModel.row, morningEvents());

  test('are told in the order in which they happened, each with its session and its candidate', () => {
    const other = { ...row, header: { ...row.header, session: 'rouen-b13' } };
    const later = other.incidents.map((one) => ({
      ...one,
      session: 'rouen-b13',
      occurredAt: one.occurredAt + 300_000,
    }));
    expect(incidentsText([{ ...other, incidents: later }, row])).toMatchInlineSnapshot(`
      "INCIDENTS DES SESSIONS
      ──────────────────────
      Date                │ Session   │ Candidat                           │ Nature       │ Précisions
      ────────────────────┼───────────┼────────────────────────────────────┼──────────────┼───────────────────────────────────
      14 mai 2019 à 09:00 │ rouen-b12 │ n° 2 N’DIAYE Ousmane               │ interruption │ navigateur fermé, reprise à 09:04,
                          │           │                                    │              │ 4 min
      ────────────────────┼───────────┼────────────────────────────────────┼──────────────┼───────────────────────────────────
      14 mai 2019 à 09:05 │ rouen-b13 │ n° 2 N’DIAYE Ousmane               │ interruption │ navigateur fermé, reprise à 09:04,
                          │           │                                    │              │ 4 min
      ────────────────────┼───────────┼────────────────────────────────────┼──────────────┼───────────────────────────────────
      14 mai 2019 à 09:10 │ rouen-b12 │ n° 1 GARÇON Chloë                  │ signalement  │ signalement épreuve n° 18 (Le
                          │           │                                    │              │ fichier ne s’ouvre pas)
      ────────────────────┼───────────┼────────────────────────────────────┼──────────────┼───────────────────────────────────
      14 mai 2019 à 09:15 │ rouen-b13 │ n° 1 GARÇON Chloë                  │ signalement  │ signalement épreuve n° 18 (Le
                          │           │                                    │              │ fichier ne s’ouvre pas)
      ────────────────────┼───────────┼────────────────────────────────────┼──────────────┼───────────────────────────────────
      14 mai 2019 à 09:20 │ rouen-b12 │ n° 3 DE LA ROCHEFOUCAULD-MONTBEL   │ fraude       │ Téléphone sur les genoux.
                          │           │ Marie-Éléonore Anne                │              │ Rangé après une remarque.
      ────────────────────┼───────────┼────────────────────────────────────┼──────────────┼───────────────────────────────────
      14 mai 2019 à 09:25 │ rouen-b13 │ n° 3 DE LA ROCHEFOUCAULD-MONTBEL   │ fraude       │ Téléphone sur les genoux.
                          │           │ Marie-Éléonore Anne                │              │ Rangé après une remarque.
      "
    `);
  });

  test('are none where nothing went wrong', () => {
    expect(incidentsText([project(incidentsModel.row, morningEvents().slice(0, 10))])).toContain('Néant.');
  });

  test('can be told of any record', () => {
    holds(
      fc.property(HISTORIES, fc.nat(5), ({ events }, cut) => {
        const rows = [events, events.slice(cut)].map((part) => project(incidentsModel.row, part));
        expect(incidentsText(rows)).not.toMatch(/\[object|undefined|NaN/);
      }),
      { runs: 60 },
    );
  });
});
