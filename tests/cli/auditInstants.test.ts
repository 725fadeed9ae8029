import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantFrom } from '../../src/adapters/cli/instants.ts';
import { UsageError } from '../../src/adapters/cli/io.ts';
import { SLOT } from '../support/asked.ts';
import { holds } from '../support/property.ts';

describe('an instant at the terminal', () => {
  test.each([
    ['11:40', '2019-05-14T09:40:00Z'],
    ['11:40:30', '2019-05-14T09:40:30Z'],
    ['00:00', '2019-05-13T22:00:00Z'],
    ['2019-05-14T11:40:00+02:00', '2019-05-14T09:40:00Z'],
    ['2019-05-16T08:00:00Z', '2019-05-16T08:00:00Z'],
  ])('%s is %s for a session of the 14th of May in Paris', (written, instant) => {
    expect(instantFrom('--at', written, { slot: SLOT })).toBe(Date.parse(instant));
  });

  test('every hour of the day is that of the wall clock', () => {
    holds(
      fc.property(fc.integer({ min: 0, max: 86_399 }), (second) => {
        const hour = new Date(second * 1000).toISOString().slice(11, 19);
        expect(instantFrom('--at', hour, { slot: SLOT })).toBe(Date.parse(`2019-05-14T${hour}+02:00`));
      }),
      { runs: 100 },
    );
  });

  test.each([
    '',
    '24:00',
    '11:60',
    '9:40',
    '11h40',
    '11:40+02:00',
    '2019-05-14T11:40:00',
    '2019-05-14',
    'hier',
    '1557826800000',
  ])('« %s » is refused, with how to write one', (written) => {
    expect(() => instantFrom('--at', written, { slot: SLOT })).toThrow(UsageError);
    expect(() => instantFrom('--at', written, { slot: SLOT })).toThrow('2019-05-14T11:40:00+02:00');
  });

  test('that the change to summer time skips is refused', () => {
    const slot = { ...SLOT, date: '2019-03-31' };
    expect(() => instantFrom('--known-at', '02:30', { slot })).toThrow('--known-at 02:30 : cette heure n’existe pas');
  });

  test('needs its date and offset where no day was planned', () => {
    expect(() => instantFrom('--at', '11:40', { slot: null })).toThrow('la session n’a pas de jour');
    expect(instantFrom('--at', '2019-05-14T11:40:00+02:00', { slot: null })).toBe(Date.parse('2019-05-14T09:40:00Z'));
  });
});
