import { z } from 'zod';
import { line } from './text.ts';
import { epochMilliseconds, instantAt, isoDate, isZone, localTime } from './time.ts';

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

/** A slot in a command: the instants are worked out, and the zone is Europe/Paris unless it is given. */
export const slot = z
  .strictObject({ ...place, zone: place.zone.default('Europe/Paris') })
  .refine(({ start, end }) => start < end, { error: 'slot-ends-after-it-starts', path: ['end'] })
  .transform((given, context): Slot => {
    const startsAt = instantAt(given.date, given.start, given.zone);
    const endsAt = instantAt(given.date, given.end, given.zone);
    if (startsAt === null) context.addIssue({ code: 'custom', message: 'time-exists', path: ['start'] });
    if (endsAt === null) context.addIssue({ code: 'custom', message: 'time-exists', path: ['end'] });
    return startsAt === null || endsAt === null ? z.NEVER : { ...given, startsAt, endsAt };
  });

/** Whether two slots share an instant. Slots that only touch do not overlap. */
export const overlap = (a: Slot, b: Slot): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
