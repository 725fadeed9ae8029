import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forged, forgeries } from '../../../src/adapters/testing/histories/forgeries.ts';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import {
  agenda,
  agendaText,
  attendanceSheet,
  differences,
  differencesText,
  happenedBy,
  project,
  pv,
  pvText,
  results,
  resultsText,
  sheetText,
  submissions,
  submissionsText,
  timeline,
  timelineText,
} from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';
import { forgedAt } from '../forgedAt.ts';
import { at, morningEvents } from '../morning.ts';

describe('A record that breaks the rules', () => {
  test('is shown all the same, by every document', () => {
    holds(
      fc.property(histories(), fc.array(forgeries, { minLength: 1, maxLength: 12 }), ({ events }, all) => {
        const told = [...events];
        for (const forgery of all) {
          const { state } = replay(told);
          if (state.revision > 0) told.push(forgedAt(forged(forgery, state), told.length + 1));
        }
        const sheet = project(attendanceSheet, told);
        const texts = [
          sheetText(sheet),
          pvText(project(pv, told)),
          resultsText(project(results, told)),
          timelineText(project(timeline, told)),
          agendaText(project(agenda, told)),
          submissionsText(project(submissions, told)),
          differencesText(differences(sheet, project(attendanceSheet, happenedBy(told, at('12:00'))))),
        ];
        for (const text of texts) expect(text).not.toMatch(/\[object|undefined|NaN/);
        expect(project(timeline, told).entries.length).toBe(told.length);
      }),
      { runs: 100 },
    );
  });

  const events = morningEvents();

  const without = (...types: readonly SessionEvent['type'][]) =>
    pvText(
      project(
        pv,
        events.filter(({ type }) => !types.includes(type)),
      ),
    );

  test('says of a correction that what it puts right is not in the record', () => {
    expect(without('AccessCodeGiven')).toContain('début du décompte, non donné → 08:40');
    expect(without('CertificationNumberRecorded')).toContain('numéro de certification, aucun → 100003');
  });

  test('names a candidate who is on no line of the sheet by number alone', () => {
    expect(without('CandidateRegistered')).toContain('Il restait 35 min au candidat n° 2\n');
  });

  test('does not move a session that does not know the event', () => {
    const before = project(pv, events.slice(0, 9));
    const closing = events.filter(({ type }) => type === 'SessionClosed');
    expect(project(pv, closing, before).lifecycle).toBe('codesIssued');
  });
});
