import type { Slot } from '../../domain/values/slot.ts';
import { instant, instantAt } from '../../domain/values/time.ts';
import { UsageError } from './io.ts';

/** An hour of the session's day: `11:40`, `11:40:30`. */
const HOUR = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** A session, as far as an hour needs a day and a clock; `null` where none was planned. */
interface OnADay {
  readonly slot: Pick<Slot, 'date' | 'zone'> | null;
}

/**
 * Reads an instant as somebody types it: an hour of the session's day on the room's wall clock, or an ISO 8601 date and
 * time with its offset.
 *
 * @param option what was typed before it
 * @returns epoch milliseconds
 * @throws {UsageError} where it is neither, or no such hour was on that day
 */
export function instantFrom(option: string, written: string, { slot }: OnADay): number {
  const refuse = (why: string) => new UsageError(`${option} ${written} : ${why}`);
  if (HOUR.test(written)) {
    if (slot === null) throw refuse('la session n’a pas de jour ; écrire 2019-05-14T11:40:00+02:00.');
    const at = instantAt(slot.date, written, slot.zone);
    if (at === null) throw refuse(`cette heure n’existe pas le ${slot.date} (${slot.zone}).`);
    return at;
  }
  const read = instant.safeParse(written);
  if (read.success) return read.data;
  throw refuse('écrire une heure du jour de la session (11:40), ou 2019-05-14T11:40:00+02:00.');
}
