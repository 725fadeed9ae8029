import type { Fact, SessionEvent } from '../../src/domain/events/catalogue.ts';

/** A fact as it stands in a record, whoever put it there; it keeps its own revision unless another is given. */
export const forgedAt = (fact: Fact, place: number, revision: number = place): SessionEvent =>
  ({
    ...fact,
    revision,
    id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
    schemaVersion: 1,
    stream: 'session-1',
    actor: { role: 'system', identity: 'inconnu' },
    commandId: 'forged',
    correlationId: null,
    causationId: null,
    previousHash: null,
  }) as SessionEvent;
