import { EVENTS, type Fact, type SessionEvent } from '../../../domain/events/catalogue.ts';
import { ERASED } from '../../../domain/values/personal.ts';

/** An event as erasure leaves it: every personal field in its erased form, every fact as it was. */
export function erased<E extends Fact>(event: E): E {
  const { fields } = EVENTS[event.type];
  const isPersonal = (name: string): boolean =>
    Object.entries(fields).some(([field, { personal }]) => field === name && personal);
  const data = Object.fromEntries(
    Object.entries(event.data).map(([name, value]) => [name, isPersonal(name) ? ERASED : value]),
  );
  return { ...event, data };
}

/** The candidate whom an event is about, or `null`. */
export const candidateIn = ({ data }: SessionEvent): number | null =>
  'candidate' in data && typeof data.candidate === 'number' ? data.candidate : null;
