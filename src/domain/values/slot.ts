import { z } from 'zod';
import { line } from './text.ts';
import { epochMilliseconds, instantAt, isoDate, isPlausible, isZone, localTime } from './time.ts';

/** Where and when a session is planned, as the Navette gives it. */
const place = {
  date: isoDate,
  start: localTime,
  end: localTime,
  zone: z.string().max(64).refine(isZone, { error: 'zone-known' }),
  site: line(200),
  room: line(100),
};

/**
 * The stored form of a slot: local date and times with their IANA zone, and the two instants that they meant when they
 * were planned, since the rules of a zone may change later.
 */
export const plannedSlot = z.strictObject({ ...place, startsAt: epochMilliseconds, endsAt: epochMilliseconds });

/** A slot: local date and times, zone, site, room, and the instants they stand for. */
export type Slot = z.output<typeof plannedSlot>;

/**
 * A slot in a command: the instants are worked out, and the zone is Europe/Paris unless it is given. What is wrong with
 * one field is said first; only then is it asked whether they fit together.
 */
export const slot = z
  .strictObject({ ...place, zone: place.zone.default('Europe/Paris') })
  .transform((given, context): Slot => {
    const wrong = (message: string, field: keyof typeof given) =>
      context.addIssue({ code: 'custom', message, path: [field] });
    if (given.start >= given.end) wrong('slot-ends-after-it-starts', 'end');
    const startsAt = instantAt(given.date, given.start, given.zone);
    const endsAt = instantAt(given.date, given.end, given.zone);
    if (startsAt === null) wrong('time-exists', 'start');
    if (endsAt === null) wrong('time-exists', 'end');
    if (startsAt === null || endsAt === null) return z.NEVER;
    if (!isPlausible(startsAt) || !isPlausible(endsAt)) wrong('date-plausible', 'date');
    return { ...given, startsAt, endsAt };
  });

/** Whether two slots share an instant. Slots that only touch do not overlap. */
export const overlap = (a: Slot, b: Slot): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
