import { readStored } from '../../domain/audit/stored.ts';
import { erasedIn } from '../../domain/erasure.ts';
import type { Person } from '../../domain/privacy/person.ts';
import { type AuditHistory, auditHistory } from '../../projections/audit/history.ts';
import type { Keys } from './parts.ts';
import { type Opening, openedWith } from './personal.ts';

/** An event that is shown in its erased form, because what is encrypted beside it does not open. */
export interface Unopened {
  readonly revision: number;
  /** Whose data it is said to be. */
  readonly person: Person;
  readonly code: Extract<Opening, { kind: 'wrong' }>['code'];
}

/** A history whose personal data was opened as far as the keys go. */
export interface OpenedHistory {
  readonly history: AuditHistory;
  /** What does not open though its key is there, in the order of the record. */
  readonly unopened: readonly Unopened[];
  /** Of whom something is encrypted whose key is not there though they were not erased, in the order in which they appear. */
  readonly withoutKey: readonly Person[];
}

/**
 * Reads stored events one by one, and opens what is encrypted in them. Where it does not open, the erased form of the
 * event is what is shown: it can be replayed all the same, since no rule reads anything personal. Nothing is thrown.
 *
 * @param values the events as they were stored, in the order of their revisions; nothing of them is trusted
 */
export function openedHistory(values: Iterable<unknown>, keys: Keys): OpenedHistory {
  const unopened: Unopened[] = [];
  const withoutKey = new Set<Person>();

  const open = (value: unknown): unknown => {
    const strict = readStored(value);
    if (strict.kind === 'unreadable') return value;
    const opening = openedWith(keys, value, strict.event);
    if (opening.kind === 'closed') withoutKey.add(opening.person);
    if (opening.kind === 'wrong') {
      const { person, code } = opening;
      unopened.push({ revision: strict.event.revision, person, code });
    }
    return opening.kind === 'opened' ? opening.event : strict.event;
  };

  function* opened(): Generator<unknown> {
    for (const value of values) yield open(value);
  }

  const history = auditHistory(opened());
  const erased = erasedIn(history.events);
  return { history, unopened, withoutKey: [...withoutKey].filter((person) => !erased.includes(person)) };
}
