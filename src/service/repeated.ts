import { isDeepStrictEqual } from 'node:util';
import type { ReadCommand } from '../domain/commands/catalogue.ts';
import type { Warning } from '../domain/commands/define.ts';
import { decide } from '../domain/decide.ts';
import { erasedIn, withoutPersons } from '../domain/erasure.ts';
import type { Fact, SessionEvent } from '../domain/events/catalogue.ts';
import { apply, newDraft } from '../domain/machine/replay.ts';
import { candidatePerson, type Person } from '../domain/values/person.ts';

/** A command that was carried out before. */
export interface Repeated {
  readonly events: readonly SessionEvent[];
  readonly warnings: readonly Warning[];
}

/**
 * What counts as the content of an event: not what was erased of it, nor a homonymy with somebody who was erased, since
 * nobody can tell any more whether it was one.
 */
function contentOf(fact: Fact, erased: readonly Person[]): unknown {
  const { type, data, occurredAt } = withoutPersons(fact, erased);
  if (!('homonymOf' in data)) return { type, data, occurredAt };
  const homonymOf = data.homonymOf.filter((number) => !erased.includes(candidatePerson(number)));
  return { type, data: { ...data, homonymOf }, occurredAt };
}

/** Content as a store gives it back: where a file knows one zero, a number may have come in with another. */
const asStored = (contents: readonly unknown[]): unknown => JSON.parse(JSON.stringify(contents));

/**
 * Whether a command says again what it said when it was carried out. It is decided anew where it was decided then, and
 * must lead to the same events: so the record needs no copy of every command.
 *
 * @param history the session's, as far as it goes
 * @returns `null` where another content came under the same identity
 */
export function repeated(command: ReadCommand, history: readonly SessionEvent[]): Repeated | null {
  const draft = newDraft();
  const events = history.filter(({ commandId }) => commandId === command.id);
  const [first] = events;
  if (first === undefined || !isDeepStrictEqual(first.actor, command.actor)) return null;
  for (const event of history) {
    if (event.revision === first.revision) break;
    apply(draft, event);
  }
  const decision = decide(draft, command, first.recordedAt);
  if (decision.kind === 'refused') return null;
  const { facts, warnings } = decision;
  const erased = erasedIn(history);
  const contents = (all: readonly Fact[]): readonly unknown[] => all.map((fact) => contentOf(fact, erased));
  return isDeepStrictEqual(asStored(contents(facts)), contents(events)) ? { events, warnings } : null;
}
