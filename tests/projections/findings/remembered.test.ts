import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wallClock } from '../../../src/domain/values/time.ts';
import { aheadAllDay } from '../../../src/projections/findings/analysis/ahead.ts';
import { oncePer, remembered } from '../../../src/projections/findings/analysis/remembered.ts';
import { holds } from '../../support/property.ts';

describe('What was asked once', () => {
  test('is asked again only after so many other questions', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.array(fc.nat(4), { maxLength: 20 }), (most, keys) => {
        const asked: number[] = [];
        const answer = remembered(most, (key: number) => {
          asked.push(key);
          return key === 0 ? null : key * 2;
        });
        const expected: number[] = [];
        let notes: readonly number[] = [];
        for (const key of keys) {
          if (!notes.includes(key)) {
            expected.push(key);
            notes = notes.length === most ? [key] : [...notes, key];
          }
          expect(answer(key)).toBe(key === 0 ? null : key * 2);
          expect(asked).toEqual(expected);
        }
      }),
      { runs: 200 },
    );
  });

  test('is made once of an object, and anew of another', () => {
    const made = oncePer((of: { readonly n: number }) => ({ twice: of.n * 2 }));
    const [one, another] = [{ n: 1 }, { n: 1 }];
    expect(made(one)).toEqual({ twice: 2 });
    expect(made(one)).toBe(made(one));
    expect(made(another)).not.toBe(made(one));
  });
});

describe('How far a zone is ahead', () => {
  const DAY = 86_400_000;
  const zones = ['Europe/Paris', 'Pacific/Marquesas', 'America/Miquelon', 'Indian/Reunion'];
  const days = fc.oneof(
    fc.integer({ min: Date.UTC(2000, 0, 1) / DAY, max: Date.UTC(2100, 0, 1) / DAY }),
    fc.constantFrom(...[Date.UTC(2019, 2, 31), Date.UTC(2019, 9, 27), Date.UTC(2019, 10, 3)].map((at) => at / DAY)),
  );

  test('is known for a whole day where the zone does not change on it, and for no part of it where it does', () => {
    holds(
      fc.property(fc.constantFrom(...zones), days, (zone, day) => {
        const ahead = Array.from({ length: 25 }, (_, hour) => {
          const at = day * DAY + hour * 3_600_000;
          const { date, seconds } = wallClock(at, zone);
          return Date.parse(`${date}T${seconds}Z`) - at;
        });
        expect(aheadAllDay(zone, day)).toBe(new Set(ahead).size === 1 ? ahead[0] : null);
      }),
      { runs: 200 },
    );
  });
});
