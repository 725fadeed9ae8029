import { describe, expect, test } from 'vitest';
import { Story } from '../../src/adapters/testing/histories/story.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import { hour, hourOn, longDate, moment, shortDate, timestamp } from '../../src/projections/french/dates.ts';
import { duration, ratio } from '../../src/projections/french/lengths.ts';
import { project, pv, pvText, timeline } from '../../src/projections/index.ts';
import { at } from './morning.ts';

describe('Dates and hours are those of the wall clock in the room', () => {
  const instant = at('08:31');

  test('in metropolitan France', () => {
    expect(hour(instant, 'Europe/Paris')).toBe('08:31');
    expect(moment(instant, 'Europe/Paris')).toBe('14 mai 2019 à 08:31');
    expect(timestamp(instant, 'Europe/Paris')).toBe('14/05/2019 08:31:00');
  });

  test('and overseas, where it may be another day', () => {
    expect(moment(instant, 'Pacific/Tahiti')).toBe('13 mai 2019 à 20:31');
    expect(hourOn('2019-05-14', instant, 'Pacific/Tahiti')).toBe('20:31 le 13 mai 2019');
    expect(hourOn('2019-05-14', instant, 'Indian/Reunion')).toBe('10:31');
  });

  test('with the first of a month said as people say it', () => {
    expect(longDate('2019-06-01')).toBe('1er juin 2019');
    expect(shortDate('2019-06-01')).toBe('01/06/2019');
  });
});

describe('Lengths of time', () => {
  test.each([
    [105 * 60, '1 h 45'],
    [35 * 60, '35 min'],
    [2 * 3600, '2 h'],
    [270, '4 min 30 s'],
    [30, '30 s'],
    [0, '0 min'],
    [3600 + 5 * 60 + 7, '1 h 05 min 7 s'],
    [3600 + 7, '1 h 00 min 7 s'],
  ])('of %i seconds read « %s »', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  test('and extra time is a ratio, as offices write it', () => {
    expect(ratio({ numerator: 1, denominator: 3 })).toBe('1/3');
    expect(ratio(null)).toBe('aucun');
    expect(ratio(ERASED)).toBe('« effacé »');
  });
});

describe('What is left unsaid', () => {
  const story = new Story('s', at('07:00'));
  const slot = { date: '2019-05-14', start: '08:30', end: '10:30', site: 'Lycée', room: 'B12' };
  const establishment = { name: 'Lycée', address: '1 rue Haute', postalCode: '01000', city: 'Bourg' };
  const examiners = [{ id: 'a', name: { surname: 'HOARAU', firstName: 'Zoé' } }];
  story.must({ type: 'PlanSession', data: { establishment, slot, examiners, policy: { clock: 'candidateStart' } } });
  for (const surname of ['UN', 'DEUX']) {
    const identity = { surname, firstName: 'Zoé', birthDate: '2001-01-01', birthPlace: 'Bourg' };
    story.must({ type: 'RegisterCandidate', data: { identity } });
  }
  story.must({ type: 'WithdrawCandidate', data: { candidate: 2 } });
  story.must({ type: 'IssueAccessCode', data: { accessCode: 'BCDF23' } });
  story.now = at('08:30');
  story.must({ type: 'GiveAccessCode', data: { accessCode: 'BCDF23' } });
  story.now = at('08:40');
  story.must({ type: 'MarkStarted', data: { candidate: 1 } });
  story.must({ type: 'ReportFraud', data: { candidate: 1, facts: 'Copie sur le voisin.', witnesses: [] } });
  story.must({ type: 'VerifyExtraTime', data: { candidate: 1, extraTime: null } });
  story.must({ type: 'AnnounceRemainingTime', data: { remainingSeconds: 600, invitedToPass: false } });
  story.must({ type: 'GrantAllowance', data: { candidates: [1], seconds: 60, cause: 'other' } });
  const text = pvText(project(pv, story.events));

  test('a fraud without witnesses, of which the candidate said nothing, is reported as such', () => {
    expect(text).toContain('Témoins : aucun\n  Observations du candidat : aucune');
  });

  test('an announcement that invited nobody to pass says so', () => {
    expect(text).toContain('- 08:40 : 10 min, sans invitation à passer');
    expect(project(timeline, story.events).entries.map(({ sentence }) => sentence)).toContain(
      'Temps restant annoncé : 10 min',
    );
  });

  test('extra time that was verified although none was declared stands on the PV', () => {
    expect(text).toContain('- n° 1 UN Zoé : déclaré : aucun, vérifié : aucun, durée : 1 h 45');
  });

  test('a candidate’s own start stands on the PV', () => {
    expect(text).toContain('- 08:40 : n° 1 UN Zoé, test commencé');
  });

  test('a withdrawal without a reason, and time given back to one candidate', () => {
    const sentences = project(timeline, story.events).entries.map(({ sentence }) => sentence);
    expect(sentences).toContain('Candidat n° 2 désinscrit');
    expect(sentences).toContain('Temps rendu, candidat n° 1 : 1 min, autre cause');
  });
});
