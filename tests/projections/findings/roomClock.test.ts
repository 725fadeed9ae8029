import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wallClock } from '../../../src/domain/values/time.ts';
import { roomClock } from '../../../src/projections/findings/analysis/roomClock.ts';
import { longDate } from '../../../src/projections/french/dates.ts';
import { holds } from '../../support/property.ts';

describe('The clock on the wall', () => {
  const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Miquelon', 'Pacific/Marquesas', 'Australia/Lord_Howe'];
  const instants = fc.oneof(
    fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }),
    // Hours around the two changes of the clocks of 2019 in Europe.
    fc
      .constantFrom(Date.UTC(2019, 2, 31), Date.UTC(2019, 9, 27))
      .chain((day) => fc.integer({ min: day, max: day + 86_399_999 })),
  );

  test('says what the zone says, also on a day on which it changes', () => {
    holds(
      fc.property(fc.constantFrom(...zones), fc.array(instants, { minLength: 1, maxLength: 8 }), (zone, all) => {
        const clock = roomClock(zone, '2019-03-31');
        for (const at of all) {
          const { date, time, seconds } = wallClock(at, zone);
          const said = seconds.endsWith(':00') ? time : seconds;
          expect(clock.en(at)).toBe(date === '2019-03-31' ? said : `${said} on ${date}`);
          expect(clock.fr(at)).toBe(date === '2019-03-31' ? said : `${said} le ${longDate(date)}`);
        }
      }),
      { runs: 300 },
    );
  });

  test('says the same however many days it was asked about', () => {
    const noons = Array.from({ length: 600 }, (_, day) => Date.UTC(2019, 0, day, 12));
    const said = () => noons.map(roomClock('Pacific/Noumea', '2019-01-01').en);
    expect(said()).toEqual(
      noons.map((at) =>
        new Date(at).toISOString().startsWith('2019-01-01')
          ? '23:00'
          : `23:00 on ${new Date(at).toISOString().slice(0, 10)}`,
      ),
    );
    expect(said()).toEqual(said());
  });
});
