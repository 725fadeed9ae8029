import type { EventType } from '../domain/events/catalogue.ts';
import { EVENT_TYPES } from '../domain/events/catalogue.ts';
import { type Lifecycle, PLACES, placeOf, UNPLANNED } from '../domain/machine/table.ts';
import { onEach } from './compose.ts';
import type { Projection } from './projection.ts';

const movesOn = (type: EventType): boolean =>
  PLACES.some(({ lifecycle, steps }) => (steps.get(type)?.target.lifecycle ?? lifecycle) !== lifecycle);

/** Where a session is in its lifecycle, as the machine's own table says; what a state does not know moves nothing. */
export const lifecycle: Projection<Lifecycle> = onEach<Lifecycle>(
  UNPLANNED.lifecycle,
  EVENT_TYPES.filter(movesOn),
  (view, { type }) => placeOf(view).steps.get(type)?.target.lifecycle ?? view,
);
