import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import type { Person } from '../../../domain/values/person.ts';

/** A record after which somebody was erased; an empty one stays empty. */
export function withErasure(events: readonly SessionEvent[], person: Person): readonly SessionEvent[] {
  const last = events.at(-1);
  if (last === undefined) return events;
  const { recordedAt, revision } = last;
  const erasure: SessionEvent<'PersonErased'> = {
    ...last,
    id: '00000000-0000-4000-8000-00000e4a5ed0',
    type: 'PersonErased',
    schemaVersion: 1,
    occurredAt: recordedAt,
    revision: revision + 1,
    data: { person, reason: 'Demande' },
  };
  return [...events, erasure];
}
