import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { Story } from '../../src/adapters/testing/histories/story.ts';
import { project, pv, pvText, upTo } from '../../src/projections/index.ts';
import { holds } from '../support/property.ts';
import { at, morningEvents, revisionOf } from './morning.ts';

const events = morningEvents();

describe('The PV of a morning in Rouen', () => {
  test('tells everything that bears on its results', () => {
    expect(pvText(project(pv, events))).toMatchInlineSnapshot(`
      "PROCÈS-VERBAL DE SESSION

      Session       : rouen-b12
      Établissement : Lycée Marcel-Sembat, 128 rue Léon Salva, 76300 Sotteville-lès-Rouen
      Date          : 14 mai 2019, de 08:30 à 11:30 (Europe/Paris)
      Site et salle : Bâtiment B, Salle B12
      Examinateurs  : LEFÈVRE Hélène
      Code d’accès  : BCDF23
      État          : résultats transmis

      Déroulement
      ───────────
      - 08:35 : code d’accès donné
      - Début du décompte corrigé : 08:40
      - 10:35 : session close
      - Il restait 35 min au candidat n° 2 N’DIAYE Ousmane

      Présence
      ────────
      Inscrits : 4, présents jusqu’à la fin : 3, absents : 1, désinscrits : 1

      N° │ Nom et prénom                  │ Présence       │ Signature │ Numéro de certification │ Écran de fin
      ───┼────────────────────────────────┼────────────────┼───────────┼─────────────────────────┼────────────────────────────
      1  │ GARÇON Chloë                   │ présent        │ vue       │ 100001                  │ vu
      ───┼────────────────────────────────┼────────────────┼───────────┼─────────────────────────┼────────────────────────────
      2  │ N’DIAYE Ousmane                │ présent        │           │ 100002                  │ non vu : problème technique
      ───┼────────────────────────────────┼────────────────┼───────────┼─────────────────────────┼────────────────────────────
      3  │ DE LA ROCHEFOUCAULD-MONTBEL    │ présent        │           │ 100003                  │ vu
         │ Marie-Éléonore Anne            │                │           │                         │
      ───┼────────────────────────────────┼────────────────┼───────────┼─────────────────────────┼────────────────────────────
      4  │ TEVA Zoé                       │ absent (08:32) │           │                         │
      ───┼────────────────────────────────┼────────────────┼───────────┼─────────────────────────┼────────────────────────────
      5  │ HOARAU Loïc                    │ désinscrit     │           │                         │

      Temps majoré
      ────────────
      - n° 2 N’DIAYE Ousmane : déclaré : 1/2, vérifié : 1/3 (Notification de la MDPH), accordé : 1/3, durée : 2 h 20

      Temps rendu
      ───────────
      - 09:30 : 10 min, candidats n° 1, n° 2, alarme incendie (Exercice)

      Annonces du temps restant
      ─────────────────────────
      - 10:20 : 5 min, candidats invités à passer les épreuves restantes

      Interruptions
      ─────────────
      - 09:00 : n° 2 N’DIAYE Ousmane, navigateur fermé, reprise à 09:04, 4 min

      Signalements
      ────────────
      - 09:10 : n° 1 GARÇON Chloë, signalement épreuve n° 18, catégorie E3 (2019-05) (Le fichier ne s’ouvre pas)

      Fraudes
      ───────
      - 09:20 : n° 3 DE LA ROCHEFOUCAULD-MONTBEL Marie-Éléonore Anne, rapport de fraude
        Faits : Téléphone sur les genoux.
        Rangé après une remarque.
        Témoins : M. OUVRARD
        Observations du candidat : Dit avoir regardé l’heure.

      Commentaires
      ────────────
      - 09:32 : session, Travaux dans la cour.

      Corrections
      ───────────
      - session, début du décompte, 08:35 → 08:40, le 14 mai 2019 à 09:40 (enregistré le 14 mai 2019 à 09:40) par lefevre (examinateur) (motif : Horloge de la salle)
      - n° 3 DE LA ROCHEFOUCAULD-MONTBEL Marie-Éléonore Anne, numéro de certification, 100030 → 100003, le 14 mai 2019 à 09:45 (enregistré le 14 mai 2019 à 09:45) par lefevre (examinateur) (motif : Mal relevé)
      - n° 1 GARÇON Chloë, identité, GARÇON Chloë, né(e) le 28/02/2001 à Rouen → GARÇON Chloë, né(e) le 27/02/2001 à Rouen, le 14 mai 2019 à 16:20 (enregistré le 14 mai 2019 à 16:20) par lefevre (examinateur) (motif : Carte d’identité relue)
      - n° 2 N’DIAYE Ousmane, temps majoré déclaré, 1/3 (2 h 20) → 1/2 (2 h 37 min 30 s), le 14 mai 2019 à 16:21 (enregistré le 14 mai 2019 à 16:21) par lefevre (examinateur) (motif : Notification relue)

      Saisies faites après coup
      ─────────────────────────
      - 10:25 : Candidat n° 3 : écran de fin de test vu [saisi après coup, 14 mai 2019 à 14:00]

      Saisies retirées
      ────────────────
      - [rayé] 09:31 : Candidat n° 2 : commentaire, Bavarde.
        retiré le 14 mai 2019 à 14:01 (enregistré le 14 mai 2019 à 14:01) par lefevre (examinateur) (motif : Mauvais candidat)

      Modifications de l’organisation
      ───────────────────────────────
      Néant.

      Documents
      ─────────
      - 07:45 : Feuille d’émargement imprimée : exemplaire à signer, état du registre au rang 9
      - 14:30 : Document transmis : feuille d’émargement numérique, de Lycée Marcel-Sembat à certif@pix.fr (application/pdf, 120000 octets, SHA-256 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)
      - 14:30 : Document transmis : scan de la feuille signée, de Lycée Marcel-Sembat à certif@pix.fr (application/pdf, 120000 octets, SHA-256 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
      - 16:30 : Document transmis : feuille d’émargement numérique, de Lycée Marcel-Sembat à certif@pix.fr (application/pdf, 120000 octets, SHA-256 cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc)
      - 16:30 : Document transmis : scan de la feuille signée, de Lycée Marcel-Sembat à certif@pix.fr (application/pdf, 120000 octets, SHA-256 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
      - 17:00 : Document transmis : résultats, de certif@pix.fr à Lycée Marcel-Sembat (application/pdf, 120000 octets, SHA-256 dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd)

      Transmissions
      ─────────────
      - 14:30 : Feuille d’émargement transmise à Pix (numérique aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, scan signé bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
      - 16:00 : Feuille d’émargement renvoyée par Pix (motif : Date de naissance illisible)
      - 16:30 : Feuille d’émargement transmise à Pix (numérique cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc, scan signé bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
      - 17:00 : Résultats transmis au centre (SHA-256 dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd)

      État du registre au rang 49.
      "
    `);
  });

  test('says before the start that the code was not given', () => {
    expect(pvText(project(pv, upTo(events, 9)))).toContain('- Code d’accès non donné.');
  });

  test('says while the test runs that the session is not closed', () => {
    expect(pvText(project(pv, upTo(events, 24)))).toContain('- Session non close.');
  });

  test('counts who came', () => {
    expect(project(pv, events).attendance).toEqual({
      registered: 4,
      tookPart: 3,
      expected: 0,
      present: 3,
      absent: 1,
      couldNotJoin: 0,
      left: 0,
      withdrawn: 1,
    });
  });

  test('keeps an interruption with how long it lasted', () => {
    expect(project(pv, events).interruptions).toMatchObject([
      { candidate: 2, cause: 'browserClosed', from: at('09:00'), to: at('09:04'), seconds: 240 },
    ]);
  });

  test('forgets with an interruption the resumption that ended it, so that it ends no other', () => {
    const told = new Story('s', at('07:00'));
    told.must({
      type: 'PlanSession',
      data: {
        establishment: { name: 'Lycée', address: '1 rue Haute', postalCode: '01000', city: 'Bourg' },
        slot: { date: '2019-05-14', start: '08:30', end: '10:30', site: 'Lycée', room: 'B12' },
        examiners: [{ id: 'a', name: { surname: 'HOARAU', firstName: 'Zoé' } }],
      },
    });
    const identity = { surname: 'TEVA', firstName: 'Zoé', birthDate: '2001-01-01', birthPlace: 'Papeete' };
    told.must({ type: 'RegisterCandidate', data: { identity } });
    told.must({ type: 'IssueAccessCode', data: { accessCode: 'BCDF23' } });
    told.now = at('08:30');
    told.must({ type: 'GiveAccessCode', data: { accessCode: 'BCDF23' } });
    told.now = at('10:00');
    told.must({ type: 'RecordInterruption', data: { candidate: 1, cause: 'other' }, occurredAt: at('09:00') });
    const entry = told.events.length;
    told.must({ type: 'RecordResumption', data: { candidate: 1, accessCode: 'BCDF23' }, occurredAt: at('09:10') });
    told.must({ type: 'RetractEntry', data: { entry, reason: 'Autre candidat' } });
    told.must({ type: 'RecordInterruption', data: { candidate: 1, cause: 'disconnection' }, occurredAt: at('08:50') });
    expect(project(pv, told.events).interruptions).toMatchObject([{ from: at('08:50'), to: null }]);
  });

  test('keeps what was taken back, by whom and why', () => {
    const { retractions, comments } = project(pv, events);
    expect(retractions).toMatchObject([
      { note: { type: 'CommentAdded', text: 'Bavarde.' }, reason: 'Mauvais candidat', occurredAt: at('14:01') },
    ]);
    expect(comments.map(({ text }) => text)).toEqual(['Travaux dans la cour.']);
  });

  test('names what was put right with both values and both times', () => {
    expect(project(pv, events).corrections).toMatchObject([
      { kind: 'start', before: at('08:35'), after: at('08:40') },
      { kind: 'certificationNumber', before: '100030', after: '100003', occurredAt: at('09:45') },
      { kind: 'identity', before: { birthDate: '2001-02-28' }, after: { birthDate: '2001-02-27' } },
      { kind: 'extraTime', before: { durationSeconds: 8400 }, after: { durationSeconds: 9450 } },
    ]);
  });

  test('ends where its record ends', () => {
    const revision = revisionOf(events, 'SessionClosed');
    expect(project(pv, upTo(events, revision)).revision).toBe(revision);
    expect(project(pv, upTo(events, revision - 1)).closing).toBeNull();
  });
});

test('Before anything is recorded the PV says nothing, and says so', () => {
  expect(pvText(pv.initial)).toContain('Fraudes\n───────\nNéant.');
});

describe('The PV says of each candidate', () => {
  const before = events.slice(0, revisionOf(events, 'CertificationNumberRecorded') - 1);
  const [granted] = before.filter(({ type }) => type === 'ExtraTimeGranted');
  const [reported] = events.filter(({ type }) => type === 'FraudReported');

  /** The items of a section. */
  const section = (part: typeof events, title: string): readonly string[] => {
    const [, text = ''] = pvText(project(pv, part)).split(`${title}\n${'─'.repeat(title.length)}\n`);
    return (text.split('\n\n')[0] ?? '').split(/^- /m).slice(1);
  };

  test('which extra time was declared, verified and granted, as far as it goes', () => {
    if (granted === undefined) throw new Error('nobody was granted extra time');
    const data = { ...granted.data, candidate: 1 };
    const told = [...before, { ...granted, revision: 80, data } as typeof granted];
    const [ofOne = '', ofTwo = '', ...others] = section(told, 'Temps majoré');
    expect(ofOne).toMatch(/^n° 1 GARÇON Chloë : déclaré : aucun, accordé : 1\/3, durée : 2 h 20\n$/);
    expect(ofTwo).toMatch(
      /^n° 2 N’DIAYE Ousmane : déclaré : 1\/3, vérifié : 1\/3 \(Notification de la MDPH\), accordé : 1\/3, durée : 2 h 20$/,
    );
    expect(others).toEqual([]);
    const [verified] = before.filter(({ type }) => type === 'ExtraTimeVerified');
    const onlyVerified = { ...verified, revision: 80, data: { ...verified?.data, candidate: 3, evidence: null } };
    expect(section([...before, onlyVerified as typeof granted], 'Temps majoré').at(-1)).toMatch(
      /^n° 3 .* : déclaré : aucun, vérifié : 1\/3, durée : 1 h 45$/,
    );
    const declared = before.filter(({ type }) => !type.startsWith('ExtraTime'));
    expect(section(declared, 'Temps majoré')).toEqual(['n° 2 N’DIAYE Ousmane : déclaré : 1/3, durée : 2 h 20']);
  });

  test('who saw a fraud, each of several', () => {
    if (reported === undefined) throw new Error('no fraud was reported');
    const data = { ...reported.data, witnesses: ['M. OUVRARD', 'Mme PETIT'] };
    expect(section([...before, { ...reported, revision: 80, data } as typeof reported], 'Fraudes')).toEqual([
      expect.stringContaining('\n  Témoins : M. OUVRARD, Mme PETIT\n'),
    ]);
  });

  test('what happened in the order in which it did, whomever it is about', () => {
    const said = (type: string, revision: number, hour: string, data: object) =>
      ({ ...events[0], type, revision, occurredAt: at(hour), data }) as (typeof events)[number];
    const told = [
      ...before,
      said('CommentAdded', 80, '09:20', { candidate: 1, text: 'Bavarde.' }),
      said('SessionCommentAdded', 81, '09:10', { text: 'Travaux.' }),
      said('TestInterrupted', 82, '09:20', { candidate: 1, cause: 'other', detail: null }),
      said('TestInterrupted', 83, '09:10', { candidate: 2, cause: 'other', detail: null }),
    ];
    expect(section(told, 'Commentaires')).toEqual([
      '09:10 : session, Travaux.\n',
      '09:20 : n° 1 GARÇON Chloë, Bavarde.',
    ]);
    const { comments, interruptions } = project(pv, told);
    expect(comments.map(({ entry }) => entry.revision)).toEqual([81, 80]);
    expect(interruptions.map(({ entry }) => entry.revision)).toEqual([83, 82]);
  });

  test('that nobody saw a fraud, and that the candidate said nothing of it', () => {
    if (reported === undefined) throw new Error('no fraud was reported');
    const data = { ...reported.data, witnesses: [], candidateRemarks: null };
    expect(section([...before, { ...reported, revision: 80, data } as typeof reported], 'Fraudes')).toEqual([
      expect.stringMatching(/\n {2}Témoins : aucun\n {2}Observations du candidat : aucune$/),
    ]);
  });
});

describe('The PV names', () => {
  test('every problem, fraud, interruption and allowance that counts', () => {
    holds(
      fc.property(histories({ choices: 120 }), ({ events: told, story }) => {
        const view = project(pv, told);
        const text = pvText(view);
        const standing = (...types: readonly string[]) =>
          told.filter(({ type, revision }) => types.includes(type) && story.draft.state.notes.has(revision));
        expect(view.problems.length).toBe(standing('ProblemSignalled').length);
        expect(view.frauds.length).toBe(standing('FraudReported').length);
        expect(view.comments.length).toBe(standing('CommentAdded', 'SessionCommentAdded').length);
        expect(view.announcements.length).toBe(standing('RemainingTimeAnnounced').length);
        const { candidates } = story.draft.state;
        expect(view.interruptions.length).toBe(candidates.flatMap(({ interruptions }) => interruptions).length);
        for (const { question } of view.problems) expect(text).toContain(`signalement épreuve n° ${question}`);
        expect(text.split('\n  Faits : ').length - 1).toBe(view.frauds.length);
        expect(text.split(/reprise à|test non repris/).length - 1).toBe(view.interruptions.length);
        expect(text.split('[rayé]').length - 1).toBe(view.retractions.length);
      }),
      { runs: 120 },
    );
  });

  test('every correction and every entry that was taken back', () => {
    holds(
      fc.property(histories({ choices: 120 }), ({ events: told }) => {
        const view = project(pv, told);
        expect(view.retractions.map(({ entry }) => entry.revision)).toEqual(
          told.filter(({ type }) => type === 'EntryRetracted').map(({ revision }) => revision),
        );
        const taken = new Set(told.flatMap((event) => (event.type === 'EntryRetracted' ? [event.data.entry] : [])));
        const corrected = ['StartCorrected', 'IdentityCorrected', 'ExtraTimeCorrected', 'CertificationNumberCorrected'];
        expect(view.corrections.map(({ entry }) => entry.revision)).toEqual(
          told.filter(({ type, revision }) => corrected.includes(type) && !taken.has(revision)).map((e) => e.revision),
        );
      }),
      { runs: 120 },
    );
  });
});
