import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import {
  attendanceSheet,
  differences,
  differencesText,
  project,
  submissions,
  submissionsText,
  upTo,
} from '../../src/projections/index.ts';
import { holds } from '../support/property.ts';
import { at, morningEvents, revisionOf } from './morning.ts';

const events = morningEvents();

const all = project(submissions, events);

describe('The submissions of a morning in Rouen', () => {
  test('are told one by one, with what changed between them', () => {
    expect(submissionsText(all)).toMatchInlineSnapshot(`
      "TRANSMISSIONS DE LA FEUILLE, SESSION rouen-b12

      Transmission n° 1
      ─────────────────
      - Transmise le 14 mai 2019 à 14:30 (feuille aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, scan bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
      - Renvoyée par Pix le 14 mai 2019 à 16:00 (motif : Date de naissance illisible)

      Transmission n° 2
      ─────────────────
      - Transmise le 14 mai 2019 à 16:30 (feuille cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc, scan bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)

      De la transmission n° 1 à la n° 2
      ─────────────────────────────────
      N° │ Champ             │ Avant                             │ Après
      ───┼───────────────────┼───────────────────────────────────┼──────────────────────────────────
      1  │ Date de naissance │ 28/02/2001                        │ 27/02/2001
      2  │ Temps majoré      │ 1/3, vérifié : 1/3, accordé : 1/3 │ 1/2, vérifié : 1/3, accordé : 1/3
      "
    `);
  });

  test('keep each sheet as it was sent, and why it came back', () => {
    expect(all.submissions.map(({ submitted, returned }) => [submitted.occurredAt, returned?.reason])).toEqual([
      [at('14:30'), 'Date de naissance illisible'],
      [at('16:30'), undefined],
    ]);
    const first = revisionOf(events, 'SheetSubmitted');
    expect(all.submissions[0]?.sheet).toEqual(project(attendanceSheet, upTo(events, first)));
  });

  test('keep each its own return where the sheet came back twice', () => {
    const before = upTo(events, 43);
    const [again] = events.filter(({ type }) => type === 'SheetReturned');
    if (again === undefined) throw new Error('the sheet never came back');
    const twice = { ...again, revision: 44, data: { reason: 'Scan illisible' } } as typeof again;
    expect(project(submissions, [...before, twice]).submissions.map(({ returned }) => returned?.reason)).toEqual([
      'Date de naissance illisible',
      'Scan illisible',
    ]);
  });

  test('differ field by field', () => {
    const [first, second] = all.submissions;
    const found = first === undefined || second === undefined ? [] : differences(first.sheet, second.sheet);
    expect(found).toEqual([
      { candidate: 1, field: 'birthDate', before: '28/02/2001', after: '27/02/2001' },
      {
        candidate: 2,
        field: 'extraTime',
        before: '1/3, vérifié : 1/3, accordé : 1/3',
        after: '1/2, vérifié : 1/3, accordé : 1/3',
      },
    ]);
  });
});

describe('Between two sheets', () => {
  const sheetAt = (revision: number) => project(attendanceSheet, upTo(events, revision));

  test('there is no difference where they are the same', () => {
    holds(
      fc.property(histories(), ({ events: told }) => {
        const sheet = project(attendanceSheet, told);
        expect(differences(sheet, sheet)).toEqual([]);
      }),
      { runs: 30 },
    );
    expect(differencesText([])).toContain('Aucune différence.');
  });

  test('the differences of one direction are those of the other, turned round', () => {
    holds(
      fc.property(histories(), fc.nat(100), ({ events: told }, cut) => {
        const a = project(attendanceSheet, upTo(told, Math.floor((told.length * cut) / 100)));
        const b = project(attendanceSheet, told);
        const turned = differences(b, a).map((one) => ({ ...one, before: one.after, after: one.before }));
        expect(turned).toEqual(differences(a, b));
        const candidates = turned.map(({ candidate }) => candidate ?? 0);
        expect(candidates).toEqual(candidates.toSorted((one, other) => one - other));
      }),
      { runs: 60 },
    );
  });

  test('a candidate who came differs in every field that is filled in, and so does one who went', () => {
    expect(
      differences(sheetAt(6), sheetAt(7)).map(({ candidate, field, before }) => [candidate, field, before]),
    ).toEqual(
      ['surname', 'firstName', 'birthDate', 'birthPlace', 'attendance', 'duration'].map((field) => [5, field, null]),
    );
    expect(new Set(differences(sheetAt(7), sheetAt(8)).map(({ after }) => after))).toEqual(new Set([null]));
    expect(differencesText(differences(sheetAt(7), sheetAt(8)))).toContain('(hors de la feuille)');
  });

  test('the head differs where the code was issued or the start put right', () => {
    expect(differences(sheetAt(8), sheetAt(9))).toEqual([
      { candidate: null, field: 'accessCode', before: '', after: 'BCDF23' },
    ]);
    expect(differencesText(differences(sheetAt(8), sheetAt(9)))).toMatchInlineSnapshot(`
      "DIFFÉRENCES ENTRE DEUX FEUILLES
      ───────────────────────────────
      N° │ Champ        │ Avant │ Après
      ───┼──────────────┼───────┼───────
         │ Code d’accès │       │ BCDF23
      "
    `);
    expect(differences(sheetAt(26), sheetAt(27))).toEqual([
      { candidate: null, field: 'start', before: '14/05/2019 08:35:00', after: '14/05/2019 08:40:00' },
    ]);
  });

  test('an interruption differs when it ends', () => {
    expect(differences(sheetAt(20), sheetAt(21))).toEqual([
      {
        candidate: 2,
        field: 'interruptions',
        before: '14/05/2019 09:00:00 – ?, navigateur fermé',
        after: '14/05/2019 09:00:00 – 14/05/2019 09:04:00, navigateur fermé',
      },
    ]);
  });
});

test('Several examiners and several interruptions stand one below the other', () => {
  const [added] = events.filter(({ type }) => type === 'ExaminerAdded');
  const [interrupted] = events.filter(({ type }) => type === 'TestInterrupted');
  if (added === undefined || interrupted === undefined) throw new Error('the morning has neither');
  const another = { examiner: 'examinateur.2', name: { surname: 'OUVRARD', firstName: 'Zoé' } };
  const more = [
    { ...added, revision: 50, data: another },
    { ...interrupted, revision: 51, occurredAt: at('09:40') },
  ] as typeof events;
  const now = project(attendanceSheet, events);
  expect(differences(now, project(attendanceSheet, [...events, ...more]))).toMatchObject([
    { field: 'examiners', after: 'LEFÈVRE Hélène (examinateur.1)\nOUVRARD Zoé (examinateur.2)' },
    {
      field: 'interruptions',
      after: '14/05/2019 09:00:00 – 14/05/2019 09:04:00, navigateur fermé\n14/05/2019 09:40:00 – ?, navigateur fermé',
    },
  ]);
});

test('Before a session is planned its sheet has neither code nor start', () => {
  const start = differences(attendanceSheet.initial, project(attendanceSheet, upTo(events, 16)));
  expect(start.filter(({ candidate }) => candidate === null)).toEqual([
    { candidate: null, field: 'establishment', before: 'non planifié', after: expect.stringContaining('Sembat') },
    { candidate: null, field: 'slot', before: 'non planifié', after: expect.stringContaining('14 mai 2019') },
    { candidate: null, field: 'room', before: 'non planifié', after: 'Bâtiment B, Salle B12' },
    { candidate: null, field: 'examiners', before: '', after: 'LEFÈVRE Hélène (examinateur.1)' },
    { candidate: null, field: 'accessCode', before: '', after: 'BCDF23' },
    { candidate: null, field: 'start', before: '', after: '14/05/2019 08:35:00' },
  ]);
});

test('A sheet that was never submitted has no submissions', () => {
  expect(submissionsText(submissions.initial)).toContain('Néant.');
});
