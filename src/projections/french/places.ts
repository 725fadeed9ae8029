import type { Establishment } from '../../domain/values/establishment.ts';
import type { Slot } from '../../domain/values/slot.ts';
import { longDate } from './dates.ts';

/** What stands where nothing was planned yet. */
const UNPLANNED = 'non planifié';

/** « Lycée Marcel-Sembat, 128 rue Léon Salva, 76300 Sotteville-lès-Rouen ». */
export const establishmentText = (establishment: Establishment | null): string =>
  establishment === null
    ? UNPLANNED
    : `${establishment.name}, ${establishment.address}, ${establishment.postalCode} ${establishment.city}`;

/** « 14 mai 2019, de 08:30 à 10:30 (Europe/Paris) ». */
export const hoursText = (slot: Slot | null): string =>
  slot === null ? UNPLANNED : `${longDate(slot.date)}, de ${slot.start} à ${slot.end} (${slot.zone})`;

/** « Bâtiment B, B12 ». */
export const roomText = (slot: Slot | null): string => (slot === null ? UNPLANNED : `${slot.site}, ${slot.room}`);
