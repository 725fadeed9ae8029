import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { ownResultText, project, resultOf, results, resultsText, upTo } from '../../src/projections/index.ts';
import { at, morningEvents, revisionOf } from './morning.ts';

const events = morningEvents();

const all = project(results, events);

describe('The results of a morning in Rouen', () => {
  test('are told to the centre by certification number', () => {
    expect(resultsText(all)).toMatchInlineSnapshot(`
      "RÉSULTATS DE LA SESSION rouen-b12

      Établissement : Lycée Marcel-Sembat, 128 rue Léon Salva, 76300 Sotteville-lès-Rouen
      Date          : 14 mai 2019, de 08:30 à 11:30 (Europe/Paris)
      Résultats transmis au centre le 14 mai 2019 à 17:00.

      N° │ Nom et prénom                                   │ Numéro de certification │ Certification │ Score   │ Commentaire
      ───┼─────────────────────────────────────────────────┼─────────────────────────┼───────────────┼─────────┼────────────
      1  │ GARÇON Chloë                                    │ 100001                  │ obtenue       │ 412 Pix │
      2  │ N’DIAYE Ousmane                                 │ 100002                  │ obtenue       │ 230 Pix │
      3  │ DE LA ROCHEFOUCAULD-MONTBEL Marie-Éléonore Anne │ 100003                  │ non obtenue   │         │

      Résultats corrigés
      ──────────────────
      - Candidat n° 2, le 14 mai 2019 à 17:30 : n° 100002, non obtenue, 12 Pix, Test non achevé → n° 100002, obtenue, 230 Pix (motif : Problème technique reconnu)
      "
    `);
  });

  test('are awaited until Pix sends them', () => {
    const before = project(results, upTo(events, revisionOf(events, 'ResultRecorded') - 1));
    expect(before.sent).toBeNull();
    expect(before.certifications.map(({ result }) => result)).toEqual([null, null, null]);
    expect(resultsText(before)).toContain('en attente');
    expect(resultsText(before)).toContain('Résultats non transmis.');
  });

  test('keep the result that was corrected, and why', () => {
    expect(all.certifications[1]).toMatchObject({
      certificationNumber: '100002',
      result: { obtained: true, score: 230, occurredAt: at('17:30') },
      corrections: [
        {
          before: { obtained: false, score: 12, comment: 'Test non achevé' },
          after: { obtained: true, score: 230 },
          reason: 'Problème technique reconnu',
        },
      ],
    });
  });

  test('keep every correction where a result was corrected twice', () => {
    const [first] = events.filter(({ type }) => type === 'ResultCorrected');
    if (first?.type !== 'ResultCorrected') throw new Error('no result was corrected');
    const second: SessionEvent = { ...first, revision: 50, data: { ...first.data, score: 231 } };
    const twice = project(results, [...events, second]).certifications[1];
    expect(twice?.corrections.map(({ before, after }) => [before?.score, after.score])).toEqual([
      [12, 230],
      [230, 231],
    ]);
  });

  test('say where the record holds no former result', () => {
    const cut = events.filter(({ type }) => type !== 'ResultRecorded');
    expect(resultsText(project(results, cut))).toContain('aucun résultat → n° 100002, obtenue, 230 Pix');
    const last = events.at(-1);
    if (last === undefined) throw new Error('nothing is recorded');
    const erasure = {
      ...last,
      type: 'PersonErased',
      revision: last.revision + 1,
      data: { person: 'candidate-2', reason: 'Demande de la famille' },
    } as const;
    expect(resultsText(project(results, [...cut, erasure]))).toContain(
      'aucun résultat → n° 100002, obtenue, « effacé »',
    );
  });
});

describe('A candidate', () => {
  test('reads the own result, and nothing of anybody else', () => {
    const own = resultOf(all, '100001');
    expect(own).toEqual({
      certificationNumber: '100001',
      date: '2019-05-14',
      obtained: true,
      score: 412,
      comment: null,
      corrected: false,
    });
    expect(own === null ? '' : ownResultText(own)).toMatchInlineSnapshot(`
      "CERTIFICATION N° 100001
      ───────────────────────
      Session du 14/05/2019
      Certification obtenue
      412 Pix
      "
    `);
  });

  test('is told that a result takes the place of another, and not what the other was', () => {
    const own = resultOf(all, '100002');
    expect(own).toMatchObject({ obtained: true, score: 230, corrected: true });
    const text = own === null ? '' : ownResultText(own);
    expect(text).toContain('Ce résultat remplace un résultat précédent.');
    expect(text).not.toContain('12');
  });

  test('reads nothing before the results are sent, nor under a number that has none', () => {
    const before = project(results, upTo(events, revisionOf(events, 'ResultsSent') - 1));
    expect(resultOf(before, '100001')).toBeNull();
    expect(resultOf(all, '100030')).toBeNull();
  });

  test('reads nothing where the number has no result yet, though others do', () => {
    const without = events.filter((event) => event.type !== 'ResultRecorded' || event.data.candidate !== 3);
    expect(resultOf(project(results, without), '100003')).toBeNull();
  });

  test('reads the last result of a number that went from one candidate to another', () => {
    const moved = events.flatMap((event): readonly SessionEvent[] =>
      event.type === 'ResultCorrected'
        ? [event, { ...event, revision: event.revision + 1, data: { ...event.data, certificationNumber: '100001' } }]
        : [event],
    );
    expect(resultOf(project(results, moved), '100001')).toMatchObject({ score: 230 });
  });

  test('reads a result without its day where the record does not say when the session was', () => {
    const cut = events.filter(({ type }) => type !== 'SessionPlanned');
    const own = resultOf(project(results, cut), '100003');
    expect(own?.date).toBeNull();
    expect(own === null ? '' : ownResultText(own)).toBe(
      'CERTIFICATION N° 100003\n───────────────────────\nCertification non obtenue\n',
    );
  });
});
