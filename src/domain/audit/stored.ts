import { EVENTS, type SessionEvent } from '../events/catalogue.ts';
import { upToDate } from '../events/upcast.ts';
import { boxIn } from '../privacy/box.ts';
import { type StoredEvent, storedEnvelope } from '../store/envelope.ts';

/** A stored event that was read strictly, or where and why it cannot be read. */
export type StrictReading =
  | { readonly kind: 'read'; readonly event: SessionEvent }
  | {
      readonly kind: 'unreadable';
      readonly revision: number | null;
      /** Where in the event: `data.identity`. Empty where the event as a whole is meant. */
      readonly path: string;
      /** What is wrong there, without the value, which may be personal. */
      readonly fault: string;
    };

/**
 * Reads a stored event strictly: its envelope, and its data by the event's own schema, in which no other field may
 * stand. Personal data that is encrypted beside the data is set aside; its erased form is what is read.
 *
 * @param value as a store handed it out, or as a file holds it: nothing of it is trusted
 */
export function readStored(value: unknown): StrictReading {
  const envelope = storedEnvelope.safeParse(value);
  if (!envelope.success) return unreadable(revisionIn(value), envelope.error.issues);
  const stored: StoredEvent = envelope.data;
  const { revision } = stored;
  const event = broughtUp({ ...stored, data: boxIn(stored.data)?.left ?? stored.data });
  if (event === null) return unreadable(revision, [{ path: ['type'], code: 'event-unreadable' }]);
  const data = EVENTS[event.type].data.safeParse(event.data);
  return data.success ? { kind: 'read', event } : unreadable(revision, data.error.issues, ['data']);
}

/** `null` where no version of this event is known, or its data is not what an older version has. */
function broughtUp(stored: StoredEvent): SessionEvent | null {
  try {
    return upToDate(stored);
  } catch {
    return null;
  }
}

type Issues = readonly { readonly path: readonly PropertyKey[]; readonly code: string }[];

function unreadable(revision: number | null, issues: Issues, before: readonly PropertyKey[] = []): StrictReading {
  const first = issues.slice(0, 1);
  return {
    kind: 'unreadable',
    revision,
    path: [...before, ...first.flatMap(({ path }) => path)].join('.'),
    fault: first.map(({ code }) => code.replaceAll('_', '-')).join(),
  };
}

function revisionIn(value: unknown): number | null {
  const revision = typeof value === 'object' && value !== null ? Reflect.get(value, 'revision') : null;
  return typeof revision === 'number' ? revision : null;
}
