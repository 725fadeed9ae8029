import type { Fact } from '../../../domain/events/catalogue.ts';
import { wallClock } from '../../../domain/values/time.ts';
import { sentenceOf } from '../../../projections/french/sentences.ts';
import type { History } from '../histories/histories.ts';

/** The zone of the room's wall clock; Europe/Paris where nothing was planned. */
export const zoneOf = ({ story }: Pick<History, 'story'>): string => story.draft.state.slot?.zone ?? 'Europe/Paris';

/** « 2019-05-14 08:35:00 », on the wall clock of the room. @param at epoch milliseconds */
export function timeOf(at: number, zone: string): string {
  const { date, seconds } = wallClock(at, zone);
  return `${date} ${seconds}`;
}

/** One line, cut off where it becomes too long to be read in passing. */
export function short(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** What happened, as the timeline of the session tells it. */
export const sentence = ({ type, data }: Fact, zone: string): string => short(sentenceOf(type, data, zone), 160);
