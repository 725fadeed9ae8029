import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditHistory } from '../../../src/projections/audit/history.ts';
import { findingsOf } from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';
import { bare, found, revisionsOf } from './asked.ts';
import { held, numberOf, PLAN, type Plan, plans } from './held.ts';
import { named, plannedAs, registered, slotAt, writtenDown } from './reading/writtenDown.ts';

/** Another session of the same examiner at the same time, with so many candidates. */
const nextDoor = (plan: Plan, candidates: number): Plan => ({
  ...plan,
  session: 'juin',
  extra: Array.from({ length: candidates }, () => false),
});

const historyOf = (plan: Plan, otherwise = {}) => auditHistory(held(plan, otherwise).story.events);

describe('Beside other sessions', () => {
  test('a certification number that a candidate of another session has is found', () => {
    holds(
      fc.property(plans, (plan) => {
        const room = held(plan);
        const number = ({ story, candidates }: typeof room) => {
          for (const candidate of candidates) {
            const certificationNumber = candidate === 2 ? numberOf(plan, room.someone) : `9${candidate}`;
            story.must({ type: 'RecordCertificationNumber', data: { candidate, certificationNumber } });
          }
        };
        const others = [historyOf(nextDoor(plan, 2), { number })];
        const all = found(room.story.events, 'number-in-another-session', { others });
        expect(all.map(bare)).toEqual([
          {
            candidate: room.someone,
            events: revisionsOf(room.story.events, ['CertificationNumberRecorded'], room.someone),
          },
        ]);
        expect(all[0]?.fr).toContain('comme le candidat n° 2 de la session juin.');
      }),
      { runs: 40 },
    );
  });

  test('an examiner who has charge of two rooms is found, and too many candidates in both together', () => {
    holds(
      fc.property(plans, fc.integer({ min: 1, max: 20 }), (plan, candidates) => {
        const { events } = held(plan).story;
        const others = [historyOf(nextDoor(plan, candidates))];
        const named = [{ candidate: null, events: revisionsOf(events, ['SessionPlanned', 'ExaminerAdded']) }];
        expect(found(events, 'examiner-in-two-sessions', { others }).map(bare)).toEqual(named);
        const isTooMany = plan.extra.length + candidates > 20;
        expect(found(events, 'over-the-cap-at-once', { others }).map(bare)).toEqual(isTooMany ? named : []);
      }),
      { runs: 40 },
    );
  });

  test('another examiner, another day or a cancelled session is no matter', () => {
    const { events } = held(PLAN).story;
    const cancelled = {
      start: ({ story }: ReturnType<typeof held>) => {
        story.must({ type: 'CancelSession', data: { reason: 'Panne' } });
      },
      ...Object.fromEntries(
        ['number', 'middle', 'announce', 'finish', 'close', 'after', 'submit', 'conclude'].map((turn) => [
          turn,
          () => {},
        ]),
      ),
    };
    const other = nextDoor(PLAN, 19);
    const others = [
      historyOf({ ...other, examiner: 2 }),
      historyOf({ ...other, date: '2019-05-15' }),
      historyOf(other, cancelled),
    ];
    expect(found(events, null, { others })).toEqual([]);
    expect(found(held(PLAN, cancelled).story.events, null, { others: [historyOf(other)] })).toEqual([]);
  });

  test('examiners who share a room share its candidates', () => {
    const twoExaminers = {
      print: ({ story }: ReturnType<typeof held>, usual: () => void) => {
        const name = { surname: 'LEFÈVRE', firstName: 'Anne' };
        story.must({ type: 'AddExaminer', data: { id: 'lefevre', name } });
        usual();
      },
    };
    const { events } = held(PLAN, twoExaminers).story;
    const others = [historyOf(nextDoor(PLAN, 20))];
    expect(found(events, 'over-the-cap-at-once', { others })).toEqual([]);
    expect(found(events, 'examiner-in-two-sessions', { others })).toHaveLength(1);
  });

  test('the first of two moments is named that are as busy, in whatever order the sessions are given', () => {
    const one = (name: string, from: number, hours: number) =>
      writtenDown(name, [
        plannedAs(name, slotAt(from * 60, hours * 60), { candidatesPerExaminer: 1 }),
        ...[named('lefevre'), registered(1)],
      ]);
    const others = [one('tard', 10, 1), one('avant', 9, 1)].map((events) => ({ events, unreadable: [] }));
    expect(findingsOf({ events: one('mai', 8, 3), unreadable: [] }, { others }).map(({ fr }) => fr)).toContain(
      'L’examinateur lefevre a la charge de 2 candidats à la fois, pour 1 au maximum, à 09:00 (sessions mai, avant).',
    );
  });

  test('a slot that was moved is named by the event that moved it', () => {
    const moved = {
      print: ({ story }: ReturnType<typeof held>, usual: () => void) => {
        const slot = { date: '2019-05-14', start: '08:30', end: '11:45', site: 'Bâtiment B', room: 'B13' };
        story.must({ type: 'ReplanSession', data: { slot, reason: 'Salle prise' } });
        usual();
      },
    };
    const { events } = held(PLAN, moved).story;
    const [finding] = found(events, 'examiner-in-two-sessions', { others: [historyOf(nextDoor(PLAN, 2))] });
    expect(finding?.events).toEqual(revisionsOf(events, ['ExaminerAdded', 'SessionReplanned']));
    expect(finding?.fr).toContain('de 08:30 à 11:30.');
  });
});
