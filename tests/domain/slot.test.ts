import { describe, expect, test } from 'vitest';
import { Story } from '../../src/adapters/testing/histories/story.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import {
  at,
  ESTABLISHMENT,
  eventsOf,
  expectFaults,
  faultsOf,
  issued,
  LEFEVRE,
  planned,
  readOf,
  rulesOf,
  SLOT,
  started,
  warningsOf,
} from './stages.ts';

const APRIL = Date.parse('2019-04-30T10:00:00+02:00');

const plan = (slot: object = {}, data: object = {}) => ({
  establishment: ESTABLISHMENT,
  slot: { ...SLOT, ...slot },
  examiners: [LEFEVRE],
  ...data,
});

const replan = (slot: object | null, establishment: object | null = null) => ({
  slot: slot === null ? null : { ...SLOT, ...slot },
  establishment,
  reason: 'Salle occupée',
});

const slotFaults = (slot: object): readonly string[] => faultsOf('PlanSession', plan(slot));

describe(PROCEDURE.date, () => {
  test('a date exists, and lies in the years of a session', () => {
    expectFaults(
      (date: string) => slotFaults({ date }),
      [
        ['2019-05-14'],
        ['14/05/2019', 'date-exists at data.slot.date'],
        ['2019-02-29', 'date-exists at data.slot.date'],
        ['2020-02-29'],
        ['2000-01-02'],
        ['2199-12-31'],
        ['1999-12-31', 'date-plausible at data.slot.date'],
        ['2200-01-01', 'date-plausible at data.slot.date'],
        ['0019-05-14', 'date-plausible at data.slot.date'],
        ['9019-05-14', 'date-plausible at data.slot.date'],
      ],
    );
  });

  test('the years 2000 to 2199 are counted in UTC, as they are stored', () => {
    const night = { start: '00:00', end: '23:59' };
    expect(slotFaults({ ...night, date: '2000-01-01', zone: 'UTC' })).toEqual([]);
    expect(slotFaults({ ...night, date: '2000-01-01', zone: 'Pacific/Noumea' })).toEqual([
      'date-plausible at data.slot.date',
    ]);
    expect(slotFaults({ ...night, date: '2199-12-31', zone: 'UTC' })).toEqual([]);
    expect(slotFaults({ ...night, date: '2199-12-31', zone: 'Pacific/Tahiti' })).toEqual([
      'date-plausible at data.slot.date',
    ]);
  });

  test('a slip of the year is named with what was typed', () => {
    const reading = faultsOf('ReplanSession', replan({ date: '0219-05-14' }));
    expect(reading).toEqual(['date-plausible at data.slot.date']);
  });
});

describe(PROCEDURE.hours, () => {
  test('a slot has a start and an end, in this order', () => {
    expectFaults(
      (hours: object) => slotFaults(hours),
      [
        [{ start: '08:30', end: '08:31' }],
        [{ start: '08:30', end: '08:30' }, 'slot-ends-after-it-starts at data.slot.end'],
        [{ start: '08:30', end: '07:30' }, 'slot-ends-after-it-starts at data.slot.end'],
        [{ start: '8h30' }, 'time-exists at data.slot.start'],
        [{ start: '08:30:00' }, 'time-exists at data.slot.start'],
        [{ start: '25:00', end: '8h' }, 'time-exists at data.slot.start', 'time-exists at data.slot.end'],
        [{ end: '24:00' }, 'time-exists at data.slot.end'],
        [{ start: undefined }, 'field-missing at data.slot.start'],
      ],
    );
  });

  test('an hour that the change to summer time skips does not exist; one that comes twice is the earlier', () => {
    expect(slotFaults({ date: '2019-03-31', start: '02:30', end: '04:30' })).toEqual([
      'time-exists at data.slot.start',
    ]);
    expect(slotFaults({ date: '2019-03-31', start: '01:30', end: '02:00' })).toEqual(['time-exists at data.slot.end']);
    expect(slotFaults({ date: '2019-03-31', start: '01:59', end: '03:00' })).toEqual([]);
    expect(slotFaults({ date: '2019-03-31', start: '02:00', end: '02:59' })).toEqual([
      'time-exists at data.slot.start',
      'time-exists at data.slot.end',
    ]);
    expect(readOf('PlanSession', plan({ date: '2019-10-27', start: '02:30', end: '03:30' }))).toMatchObject({
      slot: { startsAt: Date.parse('2019-10-27T00:30:00Z'), endsAt: Date.parse('2019-10-27T02:30:00Z') },
    });
  });

  test('overseas the clock is that of the zone', () => {
    expect(readOf('PlanSession', plan({ zone: 'Pacific/Tahiti' }))).toMatchObject({
      slot: { zone: 'Pacific/Tahiti', startsAt: Date.parse('2019-05-14T18:30:00Z') },
    });
    expect(readOf('PlanSession', plan({ zone: 'Indian/Reunion' }))).toMatchObject({
      slot: { zone: 'Indian/Reunion', startsAt: Date.parse('2019-05-14T04:30:00Z') },
    });
  });

  test('the zone is one that is known', () => {
    expectFaults(
      (zone: string) => slotFaults({ zone }),
      [
        ['Mars/Olympus', 'zone-known at data.slot.zone'],
        ['+02:00', 'zone-known at data.slot.zone'],
        ['2019-05-14[Europe/Paris]', 'zone-known at data.slot.zone'],
        ['', 'zone-known at data.slot.zone'],
        ['UTC'],
        ['America/Guadeloupe'],
        ['E'.repeat(64), 'zone-known at data.slot.zone'],
        ['E'.repeat(65), 'field-too-big at data.slot.zone', 'zone-known at data.slot.zone'],
      ],
    );
  });

  test('the slot is moved before the start, with what is unchanged left out, and not after it', () => {
    const story = issued();
    const slot = { ...SLOT, start: '09:30', end: '11:30', zone: 'Europe/Paris' };
    const stored = { ...slot, startsAt: at('09:30'), endsAt: at('11:30') };
    expect(eventsOf(story, { type: 'ReplanSession', data: { slot, reason: 'Salle occupée' } })).toEqual([
      { type: 'SessionReplanned', data: { slot: stored, establishment: null, reason: 'Salle occupée' } },
    ]);
    expect(story.draft.state.slot).toEqual(stored);
    expect(rulesOf(started(), { type: 'ReplanSession', data: { slot, reason: 'Salle occupée' } })).toEqual([
      'allowed-in-state',
    ]);
  });

  test('a change that changes nothing is refused', () => {
    expect(faultsOf('ReplanSession', replan(null))).toEqual(['replan-changes-something at data']);
    expect(faultsOf('ReplanSession', { reason: 'Rien' })).toEqual(['replan-changes-something at data']);
    expect(faultsOf('ReplanSession', replan({}))).toEqual([]);
    expect(faultsOf('ReplanSession', replan(null, ESTABLISHMENT))).toEqual([]);
    expect(faultsOf('ReplanSession', { ...replan({}), reason: ' ' })).toEqual(['field-too-small at data.reason']);
  });

  test('a slot shorter than the test, or one that has begun, is worth a second look', () => {
    const told = (slot: object) => ({ type: 'PlanSession', data: { ...plan(), slot: { ...SLOT, ...slot } } }) as const;
    const warned = (slot: object, now: number) => warningsOf(new Story('s-1', now), told(slot));
    expect(warned({ end: '10:15' }, APRIL)).toEqual([]);
    expect(warned({ end: '10:14' }, APRIL)).toEqual([
      'slot-shorter-than-the-test: The slot lasts 6240 s, the test 6300 s.',
    ]);
    expect(warned({}, at('08:30'))).toEqual([]);
    expect(warned({}, at('08:30') + 1)).toEqual(['slot-in-the-past: The slot began at 08:30:00 on 2019-05-14.']);
    expect(warned({ end: '10:14' }, at('08:31'))).toEqual([
      'slot-shorter-than-the-test: The slot lasts 6240 s, the test 6300 s.',
      'slot-in-the-past: The slot began at 08:30:00 on 2019-05-14.',
    ]);
  });

  test('a slot that is moved is looked at by the policy of its session', () => {
    const story = planned({ policy: { durationSeconds: 3600 } });
    const moved = (end: string) =>
      ({ type: 'ReplanSession', data: { slot: { ...SLOT, end }, reason: 'Salle occupée' } }) as const;
    expect(warningsOf(story, moved('09:30'))).toEqual([]);
    expect(warningsOf(story, moved('09:29'))).toEqual([
      'slot-shorter-than-the-test: The slot lasts 3540 s, the test 3600 s.',
    ]);
    const renamed = { establishment: ESTABLISHMENT, reason: 'Nouveau nom' };
    expect(warningsOf(story, { type: 'ReplanSession', data: renamed })).toEqual([]);
  });
});

describe(PROCEDURE.site, () => {
  test('the site is one line of at most 200 characters', () => {
    expect(slotFaults({ site: 's'.repeat(200) })).toEqual([]);
    expect(slotFaults({ site: 's'.repeat(201) })).toEqual(['field-too-big at data.slot.site']);
    expect(slotFaults({ site: 'Annexe\nNord' })).toEqual(['text-one-line at data.slot.site']);
  });
});

describe(PROCEDURE.room, () => {
  test('the room is one line of at most 100 characters', () => {
    expect(slotFaults({ room: 'r'.repeat(100) })).toEqual([]);
    expect(slotFaults({ room: 'r'.repeat(101) })).toEqual(['field-too-big at data.slot.room']);
    expect(slotFaults({ room: '\t' })).toEqual(['text-one-line at data.slot.room']);
  });
});
