import { wallClock } from '../../../domain/values/time.ts';

/** In milliseconds. */
const DAY = 86_400_000;

/** Most days that are remembered of a zone: more than a year, so that whoever judges all its sessions asks once a day. */
const MOST = 500;

/** By zone and by day, how far the zone is ahead; `null` for a day on which it changes. */
const known = new Map<string, Map<number, number | null>>();

function asked(zone: string, at: number): number {
  const { date, seconds } = wallClock(at, zone);
  return Date.parse(`${date}T${seconds}Z`) - Math.floor(at / 1000) * 1000;
}

/** How far a zone is ahead all day long; `null` where it changes on that day. @param day since 1970, by UTC */
function allDay(zone: string, day: number): number | null {
  const [first, last] = [asked(zone, day * DAY), asked(zone, (day + 1) * DAY)];
  return first === last ? first : null;
}

/**
 * How far a zone is ahead of UTC at an instant. To ask the zone takes as long as to replay a whole session, so the answer
 * is kept for the day.
 *
 * @param at epoch milliseconds
 * @returns milliseconds; below 0 where the zone is behind
 */
export function aheadOf(zone: string, at: number): number {
  const days = known.get(zone) ?? new Map<number, number | null>();
  known.set(zone, days);
  const day = Math.floor(at / DAY);
  const before = days.get(day);
  const ahead = before === undefined ? allDay(zone, day) : before;
  if (before === undefined) {
    if (days.size >= MOST) days.clear();
    days.set(day, ahead);
  }
  return ahead ?? asked(zone, at);
}
