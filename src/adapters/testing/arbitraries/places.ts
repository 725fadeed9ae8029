import fc from 'fast-check';
import type { z } from 'zod';
import type { Establishment } from '../../../domain/values/establishment.ts';
import { type Slot, slot } from '../../../domain/values/slot.ts';
import { PLACES_OF_SESSIONS } from './people.ts';

/** Certification centres in mainland France and overseas, each with the postal code of its town. */
export const establishments: fc.Arbitrary<Establishment> = fc
  .tuple(
    fc.constantFrom('Lycée Marcel-Sembat', 'Collège de l’Île', 'Université d’Évry', 'GRETA du « Pays de Caux »'),
    fc.constantFrom('128 rue Léon Salva', '1 bis, place de l’Hôtel-de-Ville', 'BP 12, route du Nord'),
    fc.constantFrom(...PLACES_OF_SESSIONS),
  )
  .map(([name, address, { postalCode, city }]) => ({ name, address, postalCode, city }));

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const room = fc.constantFrom('B204', 'Salle 1', 'Amphi « Œuvrard »');

const site = fc.constantFrom('Bâtiment principal', 'Annexe', 'Lycée Marcel-Sembat');

/** A slot as a person writes it. */
export type WrittenSlot = z.input<typeof slot>;

/** Slots of a working day, from an hour to three, in the zone of any place, the zone left out in some of them. */
const byDay: fc.Arbitrary<WrittenSlot> = fc
  .record({
    date: fc.constantFrom('2019-05-14', '2019-03-31', '2019-10-27', '2020-02-29', '2024-12-20'),
    from: fc.integer({ min: 7 * 4, max: 18 * 4 }),
    quarters: fc.integer({ min: 4, max: 12 }),
    zone: fc.option(fc.constantFrom(...PLACES_OF_SESSIONS), { nil: undefined }),
    site,
    room,
  })
  .map(({ date, from, quarters, zone, ...where }) => ({
    date,
    start: clock(from * 15),
    end: clock((from + quarters) * 15),
    ...(zone === undefined ? {} : { zone: zone.zone }),
    ...where,
  }));

/** Slots through which the clocks of Europe/Paris change: an hour is skipped, or comes twice. */
const throughTheChange: fc.Arbitrary<WrittenSlot> = fc.record({
  date: fc.constantFrom('2019-03-31', '2019-10-27'),
  start: fc.constantFrom('00:30', '01:30', '01:59'),
  end: fc.constantFrom('03:00', '03:30', '05:15'),
  zone: fc.constant('Europe/Paris'),
  site,
  room,
});

/** Slots as people write them: in every zone in which sessions are held, one of six through a change of the clocks. */
export const slots: fc.Arbitrary<WrittenSlot> = fc.oneof(
  { weight: 5, arbitrary: byDay },
  { weight: 1, arbitrary: throughTheChange },
);

/** Slots as the record keeps them, with the instants that their wall clock stood for. */
export const plannedSlots: fc.Arbitrary<Slot> = slots.map((written) => slot.parse(written));
