import type { StoredEvent } from '../store/envelope.ts';
import { EVENTS, type EventData, isEventType, type SessionEvent } from './catalogue.ts';

/** Brings the data of one type of event from one version of its schema to the next. */
export interface Upcaster {
  readonly type: string;
  /** The version that it reads; it makes the one that follows. */
  readonly from: number;
  readonly up: (data: unknown) => unknown;
}

/** Every upcaster there is. */
const UPCASTERS: readonly Upcaster[] = [
  {
    type: 'FraudReported',
    from: 1,
    // What was erased since may have been remarks or none: nobody is reproached with what cannot be known.
    up: (data) => ({
      ...(data as FraudReportedBefore),
      candidateHeard: (data as FraudReportedBefore).candidateRemarks !== null,
    }),
  },
];

/** A fraud report before it said as a fact whether the candidate was heard. */
type FraudReportedBefore = Omit<EventData<'FraudReported'>, 'candidateHeard'>;

/** A stored event that this version of the library cannot read: of a later version, or not of a session. */
export class UnreadableEvent extends Error {
  readonly code = 'event-unreadable';

  constructor({ type, schemaVersion, stream, revision }: StoredEvent) {
    super(`${stream}, revision ${revision}: ${type} of version ${schemaVersion} cannot be read by this version`);
    this.name = 'UnreadableEvent';
  }
}

/**
 * A stored event as the rulebook of today knows it. The record itself is never rewritten.
 *
 * @param event as a store handed it out; its data is trusted to be what was stored
 * @throws {UnreadableEvent} where its type or version is unknown
 */
export function upToDate(event: StoredEvent, upcasters: readonly Upcaster[] = UPCASTERS): SessionEvent {
  const { type, schemaVersion } = event;
  if (!isEventType(type)) throw new UnreadableEvent(event);
  const { version } = EVENTS[type];
  if (schemaVersion === version) return event as SessionEvent;
  const upcaster = upcasters.find(({ type: of, from }) => of === type && from === schemaVersion);
  if (upcaster === undefined) throw new UnreadableEvent(event);
  return upToDate({ ...event, schemaVersion: schemaVersion + 1, data: upcaster.up(event.data) }, upcasters);
}
