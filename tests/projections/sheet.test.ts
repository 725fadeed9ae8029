import { describe, expect, test } from 'vitest';
import { Story } from '../../src/adapters/testing/histories/story.ts';
import {
  attendanceSheet,
  printText,
  printView,
  project,
  pv,
  pvText,
  sheetText,
  upTo,
} from '../../src/projections/index.ts';
import { cellOf } from '../../src/projections/sheet/cells.ts';
import { at, morningEvents } from './morning.ts';

const events = morningEvents();

const sheet = project(attendanceSheet, events);

describe('The attendance sheet of a morning in Rouen', () => {
  test('is complete once the examiner has typed in what stood on paper', () => {
    expect(sheetText(sheet)).toMatchInlineSnapshot(`
      "FEUILLE D’ÉMARGEMENT

      Session       : rouen-b12
      Établissement : Lycée Marcel-Sembat, 128 rue Léon Salva, 76300 Sotteville-lès-Rouen
      Date          : 14 mai 2019, de 08:30 à 11:30 (Europe/Paris)
      Site et salle : Bâtiment B, Salle B12
      Examinateurs  : LEFÈVRE Hélène
      Code d’accès  : BCDF23
      Début         : code d’accès donné à 08:40

      N° │ Nom                   │ Prénom         │ Date de    │ Lieu de naissance                             │ Adresse             │ Identifiant │ Temps     │ Signature │ Numéro de     │ Écran de  │ Commentaires
         │                       │                │ naissance  │                                               │ électronique de     │             │ majoré    │           │ certification │ fin de    │ /
         │                       │                │            │                                               │ convocation         │             │           │           │               │ test vu   │ Signalements
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────────────┼─────────────┼───────────┼───────────┼───────────────┼───────────┼─────────────
      1  │ GARÇON                │ Chloë          │ 27/02/2001 │ Rouen                                         │ chloe@lycee.example │ INE         │           │ vue       │ 100001        │ vu        │ signalement
         │                       │                │            │                                               │                     │ 0123456789A │           │           │               │           │ épreuve
         │                       │                │            │                                               │                     │             │           │           │               │           │ n° 18 (Le
         │                       │                │            │                                               │                     │             │           │           │               │           │ fichier ne
         │                       │                │            │                                               │                     │             │           │           │               │           │ s’ouvre pas)
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────────────┼─────────────┼───────────┼───────────┼───────────────┼───────────┼─────────────
      2  │ N’DIAYE               │ Ousmane        │ 01/06/2002 │ Dakar                                         │                     │             │ 1/2,      │           │ 100002        │ non vu :  │
         │                       │                │            │                                               │                     │             │ vérifié : │           │               │ problème  │
         │                       │                │            │                                               │                     │             │ 1/3,      │           │               │ technique │
         │                       │                │            │                                               │                     │             │ accordé : │           │               │           │
         │                       │                │            │                                               │                     │             │ 1/3       │           │               │           │
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────────────┼─────────────┼───────────┼───────────┼───────────────┼───────────┼─────────────
      3  │ DE LA                 │ Marie-Éléonore │ 30/11/2001 │ Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson │                     │ TS2-07      │           │           │ 100003        │ vu        │ rapport de
         │ ROCHEFOUCAULD-MONTBEL │ Anne           │            │                                               │                     │             │           │           │               │           │ fraude
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────────────┼─────────────┼───────────┼───────────┼───────────────┼───────────┼─────────────
      4  │ TEVA                  │ Zoé            │ 01/01/2001 │ Papeete                                       │                     │             │           │           │               │           │ absent

      État du registre au rang 49.
      "
    `);
  });

  test('is handed round to be signed with names whole, wherever they must be wrapped', () => {
    const printed = project(attendanceSheet, upTo(events, 9));
    expect(printText(printView(printed, 'copyToSign'))).toMatchInlineSnapshot(`
      "FEUILLE D’ÉMARGEMENT, exemplaire à signer

      Session       : rouen-b12
      Établissement : Lycée Marcel-Sembat, 128 rue Léon Salva, 76300 Sotteville-lès-Rouen
      Date          : 14 mai 2019, de 08:30 à 11:30 (Europe/Paris)
      Site et salle : Bâtiment B, Salle B12
      Examinateurs  : LEFÈVRE Hélène

      N° │ Nom                   │ Prénom         │ Date de    │ Lieu de naissance                             │ Identifiant │ Signature
         │                       │                │ naissance  │                                               │             │
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────┼─────────────────────────
      1  │ GARÇON                │ Chloë          │ 28/02/2001 │ Rouen                                         │ INE         │
         │                       │                │            │                                               │ 0123456789A │
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────┼─────────────────────────
      2  │ N’DIAYE               │ Ousmane        │ 01/06/2002 │ Dakar                                         │             │
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────┼─────────────────────────
      3  │ DE LA                 │ Marie-Éléonore │ 30/11/2001 │ Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson │ TS2-07      │
         │ ROCHEFOUCAULD-MONTBEL │ Anne           │            │                                               │             │
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────┼─────────────────────────
      4  │ TEVA                  │ Zoé            │ 01/01/2001 │ Papeete                                       │             │

      État du registre au rang 9.
      "
    `);
  });

  test('has a copy for the examiner, with every column and the access code', () => {
    const printed = project(attendanceSheet, upTo(events, 9));
    expect(printText(printView(printed, 'examinersCopy'))).toMatchInlineSnapshot(`
      "FEUILLE D’ÉMARGEMENT, exemplaire de l’examinateur

      Session       : rouen-b12
      Établissement : Lycée Marcel-Sembat, 128 rue Léon Salva, 76300 Sotteville-lès-Rouen
      Date          : 14 mai 2019, de 08:30 à 11:30 (Europe/Paris)
      Site et salle : Bâtiment B, Salle B12
      Examinateurs  : LEFÈVRE Hélène
      Code d’accès  : BCDF23

      N° │ Nom                   │ Prénom         │ Date de    │ Lieu de naissance                             │ Adresse             │ Identifiant │ Temps  │ Signature                │ Numéro de     │ Écran │ Commentaires
         │                       │                │ naissance  │                                               │ électronique de     │             │ majoré │                          │ certification │ de    │ /
         │                       │                │            │                                               │ convocation         │             │        │                          │               │ fin   │ Signalements
         │                       │                │            │                                               │                     │             │        │                          │               │ de    │
         │                       │                │            │                                               │                     │             │        │                          │               │ test  │
         │                       │                │            │                                               │                     │             │        │                          │               │ vu    │
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────────────┼─────────────┼────────┼──────────────────────────┼───────────────┼───────┼─────────────
      1  │ GARÇON                │ Chloë          │ 28/02/2001 │ Rouen                                         │ chloe@lycee.example │ INE         │        │                          │               │       │
         │                       │                │            │                                               │                     │ 0123456789A │        │                          │               │       │
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────────────┼─────────────┼────────┼──────────────────────────┼───────────────┼───────┼─────────────
      2  │ N’DIAYE               │ Ousmane        │ 01/06/2002 │ Dakar                                         │                     │             │ 1/3    │                          │               │       │
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────────────┼─────────────┼────────┼──────────────────────────┼───────────────┼───────┼─────────────
      3  │ DE LA                 │ Marie-Éléonore │ 30/11/2001 │ Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson │                     │ TS2-07      │        │                          │               │       │
         │ ROCHEFOUCAULD-MONTBEL │ Anne           │            │                                               │                     │             │        │                          │               │       │
      ───┼───────────────────────┼────────────────┼────────────┼───────────────────────────────────────────────┼─────────────────────┼─────────────┼────────┼──────────────────────────┼───────────────┼───────┼─────────────
      4  │ TEVA                  │ Zoé            │ 01/01/2001 │ Papeete                                       │                     │             │        │                          │               │       │

      État du registre au rang 9.
      "
    `);
  });

  test('leaves out who was taken off it, and keeps the number free', () => {
    expect(sheet.lines.map(({ number, status }) => [number, status])).toEqual([
      [1, 'finished'],
      [2, 'finished'],
      [3, 'finished'],
      [4, 'absent'],
      [5, 'withdrawn'],
    ]);
    expect(printView(sheet, 'examinersCopy').rows.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('leaves the signatures of the copy to sign to the pen, whatever was noted of them', () => {
    const [toSign] = printView(sheet, 'copyToSign').rows;
    const [examiners] = printView(sheet, 'examinersCopy').rows;
    expect(toSign?.cells).toEqual(['GARÇON', 'Chloë', '27/02/2001', 'Rouen', 'INE 0123456789A', '']);
    expect(examiners?.cells).toContain('vue');
  });

  test('keeps extra time as three facts: declared, verified, granted', () => {
    const line = sheet.lines[1];
    expect(line?.extraTime).toMatchObject({
      declared: { extraTime: { numerator: 1, denominator: 2 } },
      verified: { extraTime: { numerator: 1, denominator: 3 }, evidence: 'Notification de la MDPH' },
      granted: { extraTime: { numerator: 1, denominator: 3 }, occurredAt: at('08:34') },
      durationSeconds: 140 * 60,
    });
  });

  test('shows when the clock started, as it was noted and as it was put right', () => {
    expect(sheet.start).toMatchObject({
      givenAt: at('08:35'),
      startedAt: at('08:40'),
      corrections: [{ before: at('08:35'), after: at('08:40'), reason: 'Horloge de la salle' }],
    });
  });
});

test('Before anything is recorded there is a blank sheet', () => {
  expect(sheetText(attendanceSheet.initial)).toMatchInlineSnapshot(`
    "FEUILLE D’ÉMARGEMENT

    Session       : 
    Établissement : non planifié
    Date          : non planifié
    Site et salle : non planifié
    Examinateurs  : 
    Début         : code d’accès pas encore donné

    N° │ Nom │ Prénom │ Date de   │ Lieu de   │ Adresse      │ Identifiant │ Temps  │ Signature │ Numéro de     │ Écran │ Commentaires
       │     │        │ naissance │ naissance │ électronique │             │ majoré │           │ certification │ de    │ /
       │     │        │           │           │ de           │             │        │           │               │ fin   │ Signalements
       │     │        │           │           │ convocation  │             │        │           │               │ de    │
       │     │        │           │           │              │             │        │           │               │ test  │
       │     │        │           │           │              │             │        │           │               │ vu    │
    ───┼─────┼────────┼───────────┼───────────┼──────────────┼─────────────┼────────┼───────────┼───────────────┼───────┼─────────────

    État du registre au rang 0.
    "
  `);
});

/** A session of which everything that needs words is noted. */
function told(): Story {
  const story = new Story('s', at('07:00'));
  story.must({
    type: 'PlanSession',
    data: {
      establishment: { name: 'Lycée', address: '1 rue Haute', postalCode: '01000', city: 'Bourg' },
      slot: { date: '2019-05-14', start: '08:30', end: '10:30', site: 'Lycée', room: 'B12' },
      examiners: [{ id: 'a', name: { surname: 'HOARAU', firstName: 'Zoé' } }],
      policy: { copyToSign: ['surname', 'comments'], examinersCopy: ['surname'] },
    },
  });
  for (const surname of ['UN', 'DEUX', 'TROIS', 'QUATRE']) {
    const identity = { surname, firstName: 'Zoé', birthDate: '2001-01-01', birthPlace: 'Bourg' };
    story.must({ type: 'RegisterCandidate', data: { identity } });
  }
  story.must({ type: 'IssueAccessCode', data: { accessCode: 'BCDF23' } });
  story.now = at('08:30');
  story.must({ type: 'GiveAccessCode', data: { accessCode: 'BCDF23' } });
  story.now = at('09:00');
  story.must({
    type: 'MarkLeft',
    data: { candidate: 1, cause: 'excluded', detail: 'Insultes' },
    occurredAt: at('08:59'),
  });
  story.must({ type: 'MarkCouldNotJoin', data: { candidate: 2, cause: 'account' } });
  story.must({ type: 'ExplainMissingNumber', data: { candidate: 3, cause: 'notRead', detail: 'Trop loin' } });
  story.must({ type: 'RecordSignature', data: { candidate: 3, signature: 'wrongLine', detail: 'Ligne 4' } });
  story.must({ type: 'RecordSignature', data: { candidate: 4, signature: 'forgotten' } });
  return story;
}

describe('What a sheet says beside the columns that are filled in', () => {
  const { events: record } = told();
  const lines = project(attendanceSheet, record);

  test('An absence, a departure or a failure to join stands among the comments', () => {
    expect(printView(lines, 'copyToSign').rows.map(({ cells }) => cells)).toEqual([
      ['UN', 'parti avant la fin : exclusion (Insultes)'],
      ['DEUX', 'n’a pas pu rejoindre la session : compte Pix inutilisable'],
      ['TROIS', ''],
      ['QUATRE', ''],
    ]);
  });

  test('Several remarks stand one below the other', () => {
    const [first] = record;
    if (first === undefined) throw new Error('nothing is recorded');
    const comment = (revision: number, text: string) =>
      ({ ...first, type: 'CommentAdded', revision, data: { candidate: 1, text } }) as typeof first;
    const said = project(attendanceSheet, [...record, comment(90, 'Bavarde.'), comment(91, 'Ronfle.')]);
    expect(printView(said, 'copyToSign').rows[0]?.cells[1]).toBe(
      'parti avant la fin : exclusion (Insultes)\nBavarde.\nRonfle.',
    );
  });

  test('What is planned anew without a centre or without hours keeps those that it had', () => {
    const { header } = lines;
    const [planned] = record;
    if (planned === undefined || header.slot === null) throw new Error('nothing is planned');
    const anew = (data: object) => ({ ...planned, type: 'SessionReplanned', revision: 90, data }) as typeof planned;
    const headOf = (data: object) => project(attendanceSheet, [...record, anew(data)]).header;
    const slot = { ...header.slot, room: 'B13' };
    expect(headOf({ slot, establishment: null, reason: 'x' })).toEqual({ ...header, slot });
    const establishment = { name: 'Collège', address: '2 rue Basse', postalCode: '01000', city: 'Bourg' };
    expect(headOf({ slot: null, establishment, reason: 'x' })).toEqual({ ...header, establishment });
  });

  test('The PV counts those who left, who could not join, and of whom nothing is said', () => {
    expect(pvText(project(pv, record.slice(0, -2)))).toContain(
      '\nInscrits : 4, partis avant la fin : 1, n’ont pas pu rejoindre la session : 1, présence non renseignée : 2\n',
    );
  });

  test('A missing number and a signature on the wrong line say why', () => {
    const text = sheetText(lines).replace(/\s+/g, ' ');
    expect(text).toContain('sur la');
    expect(lines.lines.map((line) => cellOf(line, 'certificationNumber'))).toEqual([
      '',
      '',
      'sans numéro : numéro non relevé (Trop loin)',
      '',
    ]);
    expect(lines.lines[2]?.numberMissing).toMatchObject({ cause: 'notRead', detail: 'Trop loin' });
    expect(lines.lines[2]?.signature).toMatchObject({ signature: 'wrongLine' });
  });

  test('The last entry counts, and taking it back leaves nothing', () => {
    const story = told();
    const revision = story.draft.state.candidates[3]?.signature?.revision ?? 0;
    const before = project(attendanceSheet, story.events).lines[3]?.signature;
    story.must({ type: 'RecordSignature', data: { candidate: 4, signature: 'seen' } });
    const after = project(attendanceSheet, story.events).lines[3];
    expect(before?.entry.revision).toBe(revision);
    expect(after?.signature?.signature).toBe('seen');
    story.must({ type: 'RetractEntry', data: { entry: story.events.length, reason: 'Mauvaise ligne' } });
    const taken = project(attendanceSheet, story.events).lines[3];
    expect(taken?.signature).toBeNull();
    expect(taken?.notes.retracted).toMatchObject([{ note: { signature: 'seen' }, reason: 'Mauvaise ligne' }]);
  });
});
