import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { EVENT_TYPES, type EventType } from '../../src/domain/events/catalogue.ts';
import { project, timeline, timelineText } from '../../src/projections/index.ts';
import { holds } from '../support/property.ts';
import { morningEvents } from './morning.ts';

const events = morningEvents();

describe('The history of a session', () => {
  test('is told line by line, in the order of the record', () => {
    expect(timelineText(project(timeline, events))).toMatchInlineSnapshot(`
      "HISTORIQUE DE LA SESSION rouen-b12 (heures : Europe/Paris)
      ──────────────────────────────────────────────────────────
      Rang │ Survenu             │ Enregistré          │ Par                   │ Fait
      ─────┼─────────────────────┼─────────────────────┼───────────────────────┼──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      1    │ 14/05/2019 07:00:00 │ 14/05/2019 07:00:00 │ secretariat (centre)  │ Session planifiée : 14 mai 2019, de 08:30 à 11:30 (Europe/Paris), Bâtiment B, Salle B12, Lycée Marcel-Sembat, 128 rue Léon Salva, 76300 Sotteville-lès-Rouen
      2    │ 14/05/2019 07:00:00 │ 14/05/2019 07:00:00 │ secretariat (centre)  │ Examinateur désigné : LEFÈVRE Hélène (examinateur.1)
      3    │ 14/05/2019 07:10:00 │ 14/05/2019 07:10:00 │ lefevre (examinateur) │ Candidat n° 1 inscrit : GARÇON Chloë, né(e) le 28/02/2001 à Rouen ; temps majoré : aucun, soit 1 h 45 en tout
      4    │ 14/05/2019 07:10:00 │ 14/05/2019 07:10:00 │ lefevre (examinateur) │ Candidat n° 2 inscrit : N’DIAYE Ousmane, né(e) le 01/06/2002 à Dakar ; temps majoré : 1/3, soit 2 h 20 en tout
      5    │ 14/05/2019 07:10:00 │ 14/05/2019 07:10:00 │ lefevre (examinateur) │ Candidat n° 3 inscrit : DE LA ROCHEFOUCAULD-MONTBEL Marie-Éléonore Anne, né(e) le 30/11/2001 à Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson ; temps majoré : aucun, soit 1 h 45 en tout
      6    │ 14/05/2019 07:10:00 │ 14/05/2019 07:10:00 │ lefevre (examinateur) │ Candidat n° 4 inscrit : TEVA Zoé, né(e) le 01/01/2001 à Papeete ; temps majoré : aucun, soit 1 h 45 en tout
      7    │ 14/05/2019 07:10:00 │ 14/05/2019 07:10:00 │ lefevre (examinateur) │ Candidat n° 5 inscrit : HOARAU Loïc, né(e) le 02/01/2001 à Nîmes ; temps majoré : aucun, soit 1 h 45 en tout
      8    │ 14/05/2019 07:20:00 │ 14/05/2019 07:20:00 │ lefevre (examinateur) │ Candidat n° 5 désinscrit (motif : A quitté le lycée)
      9    │ 14/05/2019 07:30:00 │ 14/05/2019 07:30:00 │ certif@pix.fr (Pix)   │ Code d’accès attribué : BCDF23
      10   │ 14/05/2019 07:45:00 │ 14/05/2019 07:45:00 │ lefevre (examinateur) │ Feuille d’émargement imprimée : exemplaire à signer, état du registre au rang 9
      11   │ 14/05/2019 08:31:00 │ 14/05/2019 08:31:00 │ lefevre (examinateur) │ Candidat n° 1 présent
      12   │ 14/05/2019 08:31:00 │ 14/05/2019 08:31:00 │ lefevre (examinateur) │ Candidat n° 1 : signature vue
      13   │ 14/05/2019 08:32:00 │ 14/05/2019 08:32:00 │ lefevre (examinateur) │ Candidat n° 4 absent
      14   │ 14/05/2019 08:33:00 │ 14/05/2019 08:33:00 │ lefevre (examinateur) │ Candidat n° 2 : temps majoré vérifié, 1/3, soit 2 h 20 en tout (Notification de la MDPH)
      15   │ 14/05/2019 08:34:00 │ 14/05/2019 08:34:00 │ lefevre (examinateur) │ Candidat n° 2 : temps majoré accordé, 1/3, soit 2 h 20 en tout
      16   │ 14/05/2019 08:35:00 │ 14/05/2019 08:35:00 │ lefevre (examinateur) │ Code d’accès BCDF23 donné : le décompte du temps commence
      17   │ 14/05/2019 08:50:00 │ 14/05/2019 08:50:00 │ lefevre (examinateur) │ Candidat n° 1 : numéro de certification 100001
      18   │ 14/05/2019 08:51:00 │ 14/05/2019 08:51:00 │ lefevre (examinateur) │ Candidat n° 2 : numéro de certification 100002
      19   │ 14/05/2019 08:52:00 │ 14/05/2019 08:52:00 │ lefevre (examinateur) │ Candidat n° 3 : numéro de certification 100030
      20   │ 14/05/2019 09:00:00 │ 14/05/2019 09:00:00 │ lefevre (examinateur) │ Candidat n° 2 : test interrompu, navigateur fermé
      21   │ 14/05/2019 09:04:00 │ 14/05/2019 09:04:00 │ lefevre (examinateur) │ Candidat n° 2 : test repris avec le code BCDF23
      22   │ 14/05/2019 09:10:00 │ 14/05/2019 09:10:00 │ lefevre (examinateur) │ Candidat n° 1 : signalement épreuve n° 18, catégorie E3 (Le fichier ne s’ouvre pas)
      23   │ 14/05/2019 09:20:00 │ 14/05/2019 09:20:00 │ lefevre (examinateur) │ Candidat n° 3 : rapport de fraude, Téléphone sur les genoux. Rangé après une remarque.
      24   │ 14/05/2019 09:30:00 │ 14/05/2019 09:30:00 │ lefevre (examinateur) │ Temps rendu, candidats n° 1, n° 2 : 10 min, alarme incendie (Exercice)
      25   │ 14/05/2019 09:31:00 │ 14/05/2019 09:31:00 │ lefevre (examinateur) │ Candidat n° 2 : commentaire, Bavarde. [retiré par le rang 33]
      26   │ 14/05/2019 09:32:00 │ 14/05/2019 09:32:00 │ lefevre (examinateur) │ Commentaire sur la session : Travaux dans la cour.
      27   │ 14/05/2019 09:40:00 │ 14/05/2019 09:40:00 │ lefevre (examinateur) │ Début du décompte corrigé, 14 mai 2019 à 08:40 (motif : Horloge de la salle)
      28   │ 14/05/2019 09:45:00 │ 14/05/2019 09:45:00 │ lefevre (examinateur) │ Candidat n° 3 : numéro de certification corrigé, 100003 (motif : Mal relevé)
      29   │ 14/05/2019 10:20:00 │ 14/05/2019 10:20:00 │ lefevre (examinateur) │ Temps restant annoncé : 5 min, candidats invités à passer les épreuves restantes
      30   │ 14/05/2019 10:30:00 │ 14/05/2019 10:30:00 │ lefevre (examinateur) │ Candidat n° 1 : écran de fin de test vu
      31   │ 14/05/2019 10:35:00 │ 14/05/2019 10:35:00 │ lefevre (examinateur) │ Session close, il restait 35 min au candidat n° 2
      32   │ 14/05/2019 10:25:00 │ 14/05/2019 14:00:00 │ lefevre (examinateur) │ Candidat n° 3 : écran de fin de test vu [saisi après coup]
      33   │ 14/05/2019 14:01:00 │ 14/05/2019 14:01:00 │ lefevre (examinateur) │ Saisie de rang 25 retirée (motif : Mauvais candidat)
      34   │ 14/05/2019 14:02:00 │ 14/05/2019 14:02:00 │ lefevre (examinateur) │ Candidat n° 2 : écran de fin de test non vu, problème technique
      35   │ 14/05/2019 14:30:00 │ 14/05/2019 14:30:00 │ lefevre (examinateur) │ Document transmis : feuille d’émargement numérique, de Lycée Marcel-Sembat à certif@pix.fr (application/pdf, 120000 octets, SHA-256 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)
      36   │ 14/05/2019 14:30:00 │ 14/05/2019 14:30:00 │ lefevre (examinateur) │ Document transmis : scan de la feuille signée, de Lycée Marcel-Sembat à certif@pix.fr (application/pdf, 120000 octets, SHA-256 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
      37   │ 14/05/2019 14:30:00 │ 14/05/2019 14:30:00 │ lefevre (examinateur) │ Feuille d’émargement transmise à Pix (numérique aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, scan signé bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
      38   │ 14/05/2019 16:00:00 │ 14/05/2019 16:00:00 │ certif@pix.fr (Pix)   │ Feuille d’émargement renvoyée par Pix (motif : Date de naissance illisible)
      39   │ 14/05/2019 16:20:00 │ 14/05/2019 16:20:00 │ lefevre (examinateur) │ Candidat n° 1 : identité corrigée, GARÇON Chloë, né(e) le 27/02/2001 à Rouen (motif : Carte d’identité relue)
      40   │ 14/05/2019 16:21:00 │ 14/05/2019 16:21:00 │ lefevre (examinateur) │ Candidat n° 2 : temps majoré déclaré corrigé, 1/2, soit 2 h 37 min 30 s en tout (motif : Notification relue)
      41   │ 14/05/2019 16:30:00 │ 14/05/2019 16:30:00 │ lefevre (examinateur) │ Document transmis : feuille d’émargement numérique, de Lycée Marcel-Sembat à certif@pix.fr (application/pdf, 120000 octets, SHA-256 cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc)
      42   │ 14/05/2019 16:30:00 │ 14/05/2019 16:30:00 │ lefevre (examinateur) │ Document transmis : scan de la feuille signée, de Lycée Marcel-Sembat à certif@pix.fr (application/pdf, 120000 octets, SHA-256 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
      43   │ 14/05/2019 16:30:00 │ 14/05/2019 16:30:00 │ lefevre (examinateur) │ Feuille d’émargement transmise à Pix (numérique cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc, scan signé bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
      44   │ 14/05/2019 17:00:00 │ 14/05/2019 17:00:00 │ certif@pix.fr (Pix)   │ Document transmis : résultats, de certif@pix.fr à Lycée Marcel-Sembat (application/pdf, 120000 octets, SHA-256 dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd)
      45   │ 14/05/2019 17:00:00 │ 14/05/2019 17:00:00 │ certif@pix.fr (Pix)   │ Candidat n° 1 : certification n° 100001 obtenue, 412 Pix
      46   │ 14/05/2019 17:00:00 │ 14/05/2019 17:00:00 │ certif@pix.fr (Pix)   │ Candidat n° 2 : certification n° 100002 non obtenue, 12 Pix (Test non achevé)
      47   │ 14/05/2019 17:00:00 │ 14/05/2019 17:00:00 │ certif@pix.fr (Pix)   │ Candidat n° 3 : certification n° 100003 non obtenue
      48   │ 14/05/2019 17:00:00 │ 14/05/2019 17:00:00 │ certif@pix.fr (Pix)   │ Résultats transmis au centre (SHA-256 dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd)
      49   │ 14/05/2019 17:30:00 │ 14/05/2019 17:30:00 │ certif@pix.fr (Pix)   │ Candidat n° 2 : résultat corrigé, certification n° 100002 obtenue, 230 Pix (motif : Problème technique reconnu)
      "
    `);
  });

  test('is told in the order of the room where somebody asks for it', () => {
    const lines = timelineText(project(timeline, events), 'occurred').split('\n');
    const seen = lines.findIndex((line) => line.includes('Candidat n° 3 : écran de fin de test vu'));
    expect(lines[seen]).toContain('14/05/2019 10:25:00 │ 14/05/2019 14:00:00');
    expect(lines[seen + 1]).toContain('Candidat n° 1 : écran de fin de test vu');
  });

  test('has one line and one sentence for every event, of whatever type', () => {
    const types = new Set<EventType>();
    holds(
      fc.property(histories({ choices: 150 }), ({ events: told }) => {
        const view = project(timeline, told);
        expect(view.entries.map(({ type }) => type)).toEqual(told.map(({ type }) => type));
        for (const { type, sentence } of view.entries) {
          types.add(type);
          expect(sentence).toMatch(/^\p{Lu}.*[^.:,]/u);
        }
        expect(timelineText(view).trimEnd().split('\n').length).toBe(told.length + 4);
      }),
      { runs: 150 },
    );
    expect([...types].sort()).toEqual([...EVENT_TYPES].sort());
  });

  test('marks what was taken back with the event that did it', () => {
    const taken = project(timeline, events).entries.filter(({ retractedBy }) => retractedBy !== null);
    expect(taken).toMatchObject([{ type: 'CommentAdded', retractedBy: 33, entry: { revision: 25 } }]);
  });

  test('cannot be made to move the cursor of a terminal', () => {
    const [first] = events;
    if (first === undefined) throw new Error('the morning has no events');
    const disguised = { ...first, actor: { role: 'centre', identity: 'x\u001b[2J\ny' } } as const;
    const text = timelineText(project(timeline, [disguised]));
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text).toContain('x<U+001B>[2J y (centre)');
  });
});
