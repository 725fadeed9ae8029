import { describe, expect, test } from 'vitest';
import { instantOf, plain, type Quoted, said } from '../../src/domain/rules/define.ts';
import { overlap, plannedSlot } from '../../src/domain/values/slot.ts';
import { epochMilliseconds, isPlausible, wallClock } from '../../src/domain/values/time.ts';
import { at } from './stages.ts';

describe('slots', () => {
  const slot = (from: string, to: string) => ({
    date: '2019-05-14',
    start: from,
    end: to,
    zone: 'Europe/Paris',
    site: 'Lycée',
    room: 'B12',
    startsAt: at(from),
    endsAt: at(to),
  });

  test('that share an instant overlap, those that only touch do not', () => {
    const morning = slot('08:30', '10:30');
    for (const [from, to, shared] of [
      ['10:29', '12:00', true],
      ['10:30', '12:00', false],
      ['07:00', '08:31', true],
      ['07:00', '08:30', false],
      ['09:00', '10:00', true],
      ['07:00', '12:00', true],
    ] as const) {
      expect([from, to, overlap(morning, slot(from, to))]).toEqual([from, to, shared]);
      expect([from, to, overlap(slot(from, to), morning)]).toEqual([from, to, shared]);
    }
  });

  test('are stored with the instants that they meant', () => {
    const stored = slot('08:30', '10:30');
    expect(plannedSlot.parse(stored)).toEqual(stored);
    expect(plannedSlot.safeParse({ ...stored, startsAt: undefined }).success).toBe(false);
    expect(plannedSlot.safeParse({ ...stored, endsAt: Date.UTC(1999, 11, 31) }).success).toBe(false);
    expect(plannedSlot.safeParse({ ...stored, length: 7200 }).success).toBe(false);
  });
});

describe('instants', () => {
  test('are read on the wall clock of a zone', () => {
    const half = { date: '2019-05-14', time: '08:35', seconds: '08:35:09' };
    expect(wallClock(at('08:35:09.999'), 'Europe/Paris')).toEqual(half);
    expect(wallClock(at('08:35:09'), 'Pacific/Tahiti')).toEqual({
      date: '2019-05-13',
      time: '20:35',
      seconds: '20:35:09',
    });
  });

  test('lie in the years from 2000 to 2199', () => {
    const first = Date.parse('2000-01-01T00:00:00Z');
    const last = Date.parse('2199-12-31T23:59:59.999Z');
    expect([first - 1, first, last, last + 1].map(isPlausible)).toEqual([false, true, true, false]);
    expect([first - 1, first, last, last + 1].map((instant) => epochMilliseconds.safeParse(instant).success)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('are quoted in UTC, and nothing where there is none', () => {
    expect(instantOf(at('08:35'))).toEqual({ value: '2019-05-14T06:35:00.000Z', personal: false, zone: null });
    expect(instantOf(0, 'Indian/Reunion')).toEqual({
      value: '1970-01-01T00:00:00.000Z',
      personal: false,
      zone: 'Indian/Reunion',
    });
    expect(instantOf(null)).toEqual({ value: null, personal: false });
    expect(instantOf(undefined)).toEqual({ value: null, personal: false });
    expect(plain(undefined)).toEqual({ value: null, personal: false });
    expect(plain(0)).toEqual({ value: 0, personal: false });
    expect(plain(false)).toEqual({ value: false, personal: false });
  });

  test('read in a text as the clock in the room showed them, and in UTC where no room is known', () => {
    const text = { en: 'at {then}', fr: 'à {then}' };
    const saidOf = (then: Quoted, room?: string) => said(text, { then }, room);
    const then = instantOf(at('08:35') + 250);
    expect(saidOf(then, 'Europe/Paris')).toEqual({
      en: 'at 08:35:00.250 on 2019-05-14',
      fr: 'à 08:35:00,250 le 14/05/2019',
    });
    expect(saidOf(then, 'Pacific/Tahiti').fr).toBe('à 20:35:00,250 le 13/05/2019');
    expect(saidOf(then).fr).toBe('à 2019-05-14T06:35:00.250Z');
    expect(saidOf(instantOf(at('08:35'), 'Indian/Reunion'), 'Europe/Paris').fr).toBe('à 10:35:00 le 14/05/2019');
    // What is no instant stays as it is, even if somebody typed what looks like one.
    expect(saidOf(plain('2019-05-14T06:35:00.000Z'), 'Europe/Paris').fr).toBe('à 2019-05-14T06:35:00.000Z');
  });
});
