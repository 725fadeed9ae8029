import { instantAt, wallClock } from '../../../../domain/values/time.ts';

/** What an input of date and time holds: `2019-05-14T11:40` or with seconds. */
const WALL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)/;

/**
 * The instant that somebody typed in, on the clock of the room.
 *
 * @returns epoch milliseconds; `null` where it is none, or the clock was put forward over it
 */
export function instantIn(written: string, zone: string): number | null {
  const [, date, time] = WALL.exec(written) ?? [];
  if (date === undefined || time === undefined) return null;
  try {
    return instantAt(date, time, zone);
  } catch {
    return null;
  }
}

/** An instant as an input of date and time takes it, on the clock of the room. @param at epoch milliseconds */
export function wallIn(at: number, zone: string): string {
  const { date, seconds } = wallClock(at, zone);
  return `${date}T${seconds}`;
}
