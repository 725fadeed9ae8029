import { isAfter, LAST_PLACE, type Place } from './positions.ts';

/** The furthest place of the log that this instance knows to be readable. */
export interface Known {
  readonly furthest: () => Place | null;
  /** An event was seen here. @returns whether that is further than any before */
  readonly saw: (place: Place) => boolean;
}

/** Nothing is known yet. */
export function knownOf(furthest: Place | null = null): Known {
  let far = furthest;
  return {
    furthest: () => far,
    saw(place) {
      // Old servers write the highest number there is where they say no place.
      if (place.commit > LAST_PLACE || (far !== null && !isAfter(place, far))) return false;
      far = place;
      return true;
    },
  };
}
