import { longDate } from '../../french/dates.ts';
import { aheadOf } from './ahead.ts';

/** Says instants as the clock on the wall of the room showed them: the hour, with its seconds where there are any. */
export interface RoomClock {
  /** « 10:20 », on another day than that of the session « 10:20 le 15 mai 2019 ». @param at epoch milliseconds */
  readonly fr: (at: number) => string;
  /** "10:20", on another day "10:20 on 2019-05-15". @param at epoch milliseconds */
  readonly en: (at: number) => string;
}

/** In milliseconds. */
const DAY = 86_400_000;

/** 00 to 59. */
const DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/** « 10:20 », « 10:20:30 ». @param seconds since midnight */
function hour(seconds: number): string {
  const rest = seconds % 60;
  const minutes = (seconds - rest) / 60;
  const time = `${DIGITS[Math.floor(minutes / 60)]}:${DIGITS[minutes % 60]}`;
  return rest === 0 ? time : `${time}:${DIGITS[rest]}`;
}

/**
 * The wall clock of a room.
 *
 * @param zone IANA
 * @param day the day of the session, on which an hour needs no date, `YYYY-MM-DD`; `undefined` where there is none
 */
export function roomClock(zone: string, day: string | undefined): RoomClock {
  const own = Date.parse(`${day}T00:00Z`) / DAY;
  const tell = (at: number, dated: (time: string, date: string) => string): string => {
    const wall = at + aheadOf(zone, at);
    const days = Math.floor(wall / DAY);
    const time = hour(Math.floor((wall - days * DAY) / 1000));
    return days === own ? time : dated(time, new Date(wall).toISOString().slice(0, 10));
  };
  return {
    fr: (at) => tell(at, (time, date) => `${time} le ${longDate(date)}`),
    en: (at) => tell(at, (time, date) => `${time} on ${date}`),
  };
}
