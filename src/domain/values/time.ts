import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Years that a session can lie in; wider than any record, narrow enough to catch a slipped digit. */
const FIRST_INSTANT = Date.UTC(2000, 0, 1);
const LAST_INSTANT = Date.UTC(2200, 0, 1) - 1;

/** An instant, as milliseconds since 1970-01-01T00:00:00Z, from 2000 to 2199. This is the stored form. */
export const epochMilliseconds = z
  .int({ error: 'instant-readable' })
  .min(FIRST_INSTANT, { error: 'instant-readable' })
  .max(LAST_INSTANT, { error: 'instant-readable' });

/** Whether an instant, in epoch milliseconds, lies in the years that a session can lie in. */
export const isPlausible = (at: number): boolean => at >= FIRST_INSTANT && at <= LAST_INSTANT;

/** An instant in a command: epoch milliseconds, or an ISO 8601 string with its offset (`2019-05-14T08:35:00+02:00`). */
export const instant = z.union(
  [
    epochMilliseconds,
    z.iso
      .datetime({ offset: true })
      .transform((text) => Temporal.Instant.from(text).epochMilliseconds)
      .pipe(epochMilliseconds),
  ],
  { error: 'instant-readable' },
);

/** A length of time in whole seconds, from nothing to a day. */
export const seconds = z.int().min(0).max(86_400);

/** A calendar date, `YYYY-MM-DD`. */
export const isoDate = z.iso.date({ error: 'date-exists' });

/** A wall-clock time, `HH:MM`. */
export const localTime = z.iso.time({ precision: -1, error: 'time-exists' });

/**
 * The instant of a wall-clock time on a date in a zone, or `null` where that time does not exist there
 * (the hour that a change to summer time skips). A time that exists twice is the earlier one.
 *
 * @returns epoch milliseconds
 */
export function instantAt(date: string, time: string, zone: string): number | null {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = wall.toZonedDateTime(zone);
  return zoned.toPlainDateTime().equals(wall) ? zoned.epochMilliseconds : null;
}

/** The wall-clock date and time of an instant in a zone: `{ date: '2019-05-14', time: '08:35', seconds: '08:35:00' }`. */
export function wallClock(at: number, zone: string): { date: string; time: string; seconds: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = zoned.toPlainTime();
  return {
    date: zoned.toPlainDate().toString(),
    time: time.toString({ smallestUnit: 'minute' }),
    seconds: time.toString({ smallestUnit: 'second' }),
  };
}

/** Whether the Temporal implementation knows this IANA zone. */
export function isZone(zone: string): boolean {
  try {
    return /^[A-Za-z]/.test(zone) && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== undefined;
  } catch {
    return false;
  }
}
