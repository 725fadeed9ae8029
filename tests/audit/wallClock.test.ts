import fc from 'fast-check';
import { Temporal as Library } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../src/adapters/audit/page/temporal.ts';
import { holds } from '../support/property.ts';

const zones = fc.constantFrom(
  ...['Europe/Paris', 'America/Guadeloupe', 'Indian/Reunion', 'Pacific/Noumea', 'America/St_Johns', 'Pacific/Apia'],
  ...['Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Miquelon', 'Pacific/Chatham', 'Africa/Casablanca', 'UTC'],
);

/** Any instant of the years in which sessions lie, and more often one near a change of the clocks in France. */
const instants = fc.oneof(
  fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2200, 0, 1) - 1 }),
  fc
    .tuple(
      fc.integer({ min: 2000, max: 2099 }),
      fc.constantFrom(2, 9),
      fc.integer({ min: 24, max: 31 }),
      fc.nat(86_400_000),
    )
    .map(([year, month, day, offset]) => Date.UTC(year, month, day) + offset),
);

const UNITS = ['minute', 'second'] as const;

describe('the clock of the page', () => {
  test('shows every instant as the clock of the library does', () => {
    holds(
      fc.property(instants, zones, (at, zone) => {
        const [ours, theirs] = [Temporal, Library].map(({ Instant }) =>
          Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone),
        );
        expect(String(ours?.toPlainDate())).toBe(String(theirs?.toPlainDate()));
        for (const smallestUnit of UNITS) {
          expect(ours?.toPlainTime().toString({ smallestUnit })).toBe(theirs?.toPlainTime().toString({ smallestUnit }));
        }
      }),
      { runs: 2000 },
    );
  });

  test('means the same instant by a date and a time, or says as well that there is none', () => {
    holds(
      fc.property(instants, zones, fc.constantFrom(16, 19), (shown, zone, length) => {
        const text = new Date(shown).toISOString().slice(0, length);
        const [ours, theirs] = [Temporal, Library].map(({ PlainDateTime }) => {
          const wall = PlainDateTime.from(text);
          const zoned = wall.toZonedDateTime(zone);
          return [zoned.epochMilliseconds, zoned.toPlainDateTime().equals(wall as never)];
        });
        expect(ours).toEqual(theirs);
      }),
      { runs: 2000 },
    );
  });

  test('reads an instant that is written with its offset', () => {
    holds(
      fc.property(instants, fc.constantFrom('Z', '+02:00', '-03:30'), (at, offset) => {
        const text = `${new Date(at).toISOString().slice(0, -1)}${offset}`;
        expect(Temporal.Instant.from(text).epochMilliseconds).toBe(Library.Instant.from(text).epochMilliseconds);
      }),
      { runs: 500 },
    );
  });

  test.each(['2019-13-01T10:00', '2019-02-30T10:00', '2019-05-14T25:00', 'demain'])('knows no %s', (text) => {
    expect(() => Temporal.PlainDateTime.from(text)).toThrow(RangeError);
    expect(() => Library.PlainDateTime.from(text)).toThrow(RangeError);
  });

  test('knows no zone that there is not', () => {
    for (const { Instant } of [Temporal, Library]) {
      expect(() => Instant.fromEpochMilliseconds(0).toZonedDateTimeISO('Europe/Lutetia')).toThrow(RangeError);
    }
  });
});
