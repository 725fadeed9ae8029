import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { MOST_BETWEEN } from '../../src/projections/comparison/change.ts';
import {
  auditHistory,
  type Change,
  changesBetween,
  changesBetweenSubmissions,
  changesText,
} from '../../src/projections/index.ts';
import { at, morningEvents, revisionOf } from './morning.ts';

const events = morningEvents();

const history = auditHistory(events);

/** What changed, without who changed it. */
const changed = (changes: readonly Change[]) =>
  changes.map(({ document, candidate, title, before, after }) => [document, candidate, title, before, after]);

describe('Between two moments of a morning in Rouen', () => {
  const corrected = revisionOf(events, 'CertificationNumberCorrected');

  test('each change names who made it, when it happened, when it was recorded, and why', () => {
    const [number] = changesBetween(history, corrected - 1, corrected);
    expect(number).toEqual({
      document: 'sheet',
      candidate: 3,
      field: 'certificationNumber',
      title: 'Numéro de certification',
      before: '100030',
      after: '100003',
      by: [
        {
          revision: corrected,
          actor: { role: 'examiner', identity: 'lefevre' },
          occurredAt: at('09:45'),
          recordedAt: at('09:45'),
          reason: 'Mal relevé',
        },
      ],
    });
  });

  test('the PV changes item by item', () => {
    expect(changed(changesBetween(history, corrected - 1, corrected)).slice(1)).toEqual([
      ['pv', 3, 'Numéro de certification', '100030', '100003'],
      ['pv', 3, 'Corrections', null, expect.stringContaining('100030 → 100003')],
    ]);
  });

  test('an interruption that ended is one item that changed', () => {
    const resumed = revisionOf(events, 'TestResumed');
    const found = changesBetween(history, resumed - 1, resumed).filter(({ title }) => title === 'Interruptions');
    expect(changed(found)).toEqual([
      ['sheet', 2, 'Interruptions', expect.stringContaining('– ?'), expect.not.stringContaining('– ?')],
      ['pv', 2, 'Interruptions', expect.stringContaining('test non repris'), expect.stringContaining('reprise à')],
    ]);
  });

  test('a code that was given changes how the session went', () => {
    const given = revisionOf(events, 'AccessCodeGiven');
    expect(changed(changesBetween(history, given - 1, given))).toContainEqual([
      'pv',
      null,
      'Déroulement',
      'Code d’accès non donné.',
      '08:35 : code d’accès donné',
    ]);
  });

  test('nothing changed between a moment and itself', () => {
    expect(changesBetween(history, 20, 20)).toEqual([]);
    expect(changesText([], 'Europe/Paris')).toContain('Néant.');
  });

  test('there is no moment beyond the last event', () => {
    for (const place of [-1, events.length + 1, 0.5]) {
      const refusal = new RangeError(`there is no place ${place} among ${events.length} events`);
      expect(() => changesBetween(history, 0, place)).toThrow(refusal);
      expect(() => changesBetween(history, place, 0)).toThrow(refusal);
    }
  });
});

describe('Between two submissions', () => {
  test('what changed is told with its reasons', () => {
    const found = changesBetweenSubmissions(history, 1, 2).filter(({ document }) => document === 'sheet');
    expect(changesText(found, 'Europe/Paris')).toMatchInlineSnapshot(`
      "FEUILLE D’ÉMARGEMENT : DIFFÉRENCES
      ──────────────────────────────────
      - n° 1, Date de naissance
        avant : 28/02/2001
        après : 27/02/2001
        rang 39, lefevre (examinateur), survenu le 14/05/2019 16:20:00, enregistré le 14/05/2019 16:20:00 (motif : Carte d’identité relue)
      - n° 2, Temps majoré
        avant : 1/3, vérifié : 1/3, accordé : 1/3
        après : 1/2, vérifié : 1/3, accordé : 1/3
        rang 40, lefevre (examinateur), survenu le 14/05/2019 16:21:00, enregistré le 14/05/2019 16:21:00 (motif : Notification relue)

      PROCÈS-VERBAL : DIFFÉRENCES
      ───────────────────────────
      Néant.
      "
    `);
  });

  test('a change of the session is told without a candidate', () => {
    const given = revisionOf(events, 'AccessCodeGiven');
    const text = changesText(changesBetween(history, given - 1, given), 'Europe/Paris');
    expect(text).toContain(
      '\n- Déroulement\n  avant : Code d’accès non donné.\n  après : 08:35 : code d’accès donné\n',
    );
  });

  test('there must be so many', () => {
    for (const which of [0, 3]) {
      const refusal = new RangeError(`the sheet was submitted 2 times, and not ${which}`);
      expect(() => changesBetweenSubmissions(history, 1, which)).toThrow(refusal);
      expect(() => changesBetweenSubmissions(history, which, 1)).toThrow(refusal);
    }
  });

  test('a field that was empty and one that was not there are told apart', () => {
    const withdrawn = revisionOf(events, 'CandidateWithdrawn');
    const text = changesText(changesBetween(history, withdrawn - 1, withdrawn), 'Europe/Paris');
    expect(text).toContain('après : (absent)');
    const gone = changesBetween(history, withdrawn - 1, withdrawn).filter(({ document }) => document === 'sheet');
    expect(gone.map(({ field, after }) => [field, after])).toEqual(
      ['surname', 'firstName', 'birthDate', 'birthPlace', 'attendance', 'duration'].map((field) => [field, null]),
    );
    const [first] = changesBetweenSubmissions(history, 1, 2);
    if (first === undefined) throw new Error('nothing changed between the submissions');
    expect(changesText([{ ...first, before: '' }], 'Europe/Paris')).toContain('avant : (vide)');
  });

  test('between which more lies than is looked at, what changed is said, and not by which events', () => {
    const [first] = events.filter(({ type }) => type === 'SignatureRecorded');
    if (first === undefined) throw new Error('nobody signed');
    const signatures = Array.from({ length: MOST_BETWEEN + 1 }, (_, index): SessionEvent => {
      const data = { candidate: 1, signature: 'seen', detail: index % 2 === 0 ? 'Initiales' : null };
      return { ...first, revision: first.revision + index, data } as SessionEvent;
    });
    const before = events.slice(0, first.revision - 1);
    const long = { events: [...before, ...signatures], unreadable: [] };
    const changes = changesBetween(long, before.length, long.events.length);
    expect(changed(changes)).toContainEqual(['sheet', 1, 'Signature', '', 'vue (Initiales)']);
    expect(changes.flatMap(({ by }) => by)).toEqual([]);
    expect(changesText(changes, 'Europe/Paris')).toContain(
      'plus de 1000 faits entre ces deux moments : comparer des moments plus proches pour savoir lesquels',
    );
    const [signed] = changesBetween(long, before.length + 1, long.events.length);
    expect(signed).toBeUndefined();
    const most = changesBetween(long, before.length, long.events.length - 1);
    expect(most.map(({ by }) => by.length)).toContain(MOST_BETWEEN);
  });
});
