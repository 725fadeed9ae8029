import type { Noted } from '../entry.ts';
import { type SessionHeader, zoneOf } from '../header.ts';
import { hourOn } from './dates.ts';
import { markedLate } from './late.ts';

/** The wall clock of the room, on the day of the session. */
export interface Wall {
  readonly zone: string;
  /** The day on which hours need no date, `YYYY-MM-DD`; empty where nothing was planned. */
  readonly day: string;
}

/** The wall clock of a session. */
export const wallOf = (header: SessionHeader): Wall => ({ zone: zoneOf(header), day: header.slot?.date ?? '' });

/** « 09:12 : test interrompu », marked where it was typed in late. */
export const at = (noted: Noted, text: string, { day, zone }: Wall): string =>
  markedLate(`${hourOn(day, noted.occurredAt, zone)} : ${text}`, noted, zone);
