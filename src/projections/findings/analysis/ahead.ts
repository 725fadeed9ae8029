import { wallClock } from '../../../domain/values/time.ts';
import { remembered } from './remembered.ts';

/** In milliseconds. */
const DAY = 86_400_000;

/** More than there are days in a year, so that whoever judges all its sessions asks a zone once a day. */
const MOST_DAYS = 500;

/** More than there are zones in which a country holds sessions. */
const MOST_ZONES = 100;

function asked(zone: string, at: number): number {
  const { date, seconds } = wallClock(at, zone);
  return Date.parse(`${date}T${seconds}Z`) - Math.floor(at / 1000) * 1000;
}

/**
 * How far a zone is ahead of UTC all day long, in milliseconds; `null` where that changes on the day.
 *
 * @param day since 1970, by UTC
 */
export function aheadAllDay(zone: string, day: number): number | null {
  const [first, last] = [asked(zone, day * DAY), asked(zone, (day + 1) * DAY)];
  return first === last ? first : null;
}

const byZone = remembered(MOST_ZONES, (zone: string) => remembered(MOST_DAYS, (day: number) => aheadAllDay(zone, day)));

/**
 * How far a zone is ahead of UTC at an instant. To ask the zone takes as long as to replay a whole session, so the answer
 * is kept for the day.
 *
 * @param at epoch milliseconds
 * @returns milliseconds; below 0 where the zone is behind
 */
export const aheadOf = (zone: string, at: number): number => byZone(zone)(Math.floor(at / DAY)) ?? asked(zone, at);
