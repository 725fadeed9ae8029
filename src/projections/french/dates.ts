import { wallClock } from '../../domain/values/time.ts';

/** Written out, so that the same record reads the same on every machine. */
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** « 14 mai 2019 », « 1er juin 2019 ». @param date `YYYY-MM-DD` */
export function longDate(date: string): string {
  const day = Number(date.slice(8));
  return `${day === 1 ? '1er' : day} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** « au format jj/mm/aaaa ». @param date `YYYY-MM-DD` */
export const shortDate = (date: string): string => date.split('-').reverse().join('/');

/** The hour on the room's wall clock, `08:31`. @param at epoch milliseconds */
export const hour = (at: number, zone: string): string => wallClock(at, zone).time;

/** « 14 mai 2019 à 08:31 ». @param at epoch milliseconds */
export function moment(at: number, zone: string): string {
  const { date, time } = wallClock(at, zone);
  return `${longDate(date)} à ${time}`;
}

/** An hour on the day that is meant, `08:31`; on any other, `01:01 le 15 mai 2019`. @param at epoch milliseconds */
export function hourOn(day: string, at: number, zone: string): string {
  const { date, time } = wallClock(at, zone);
  return date === day ? time : `${time} le ${longDate(date)}`;
}

/** « 14/05/2019 08:31:05 », for columns. @param at epoch milliseconds */
export function timestamp(at: number, zone: string): string {
  const { date, seconds } = wallClock(at, zone);
  return `${shortDate(date)} ${seconds}`;
}
