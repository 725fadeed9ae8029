import { isDeepStrictEqual } from 'node:util';
import type { ReadCommand } from '../domain/commands/catalogue.ts';
import type { Warning } from '../domain/commands/define.ts';
import { decide } from '../domain/decide.ts';
import type { Fact, SessionEvent } from '../domain/events/catalogue.ts';
import { apply, newDraft } from '../domain/machine/replay.ts';

/** A command that was carried out before. */
export interface Repeated {
  readonly events: readonly SessionEvent[];
  readonly warnings: readonly Warning[];
}

const contentOf = ({ type, data, occurredAt }: Fact) => ({ type, data, occurredAt });

/** Content as a store gives it back: where a file knows one zero, a number may have come in with another. */
const asStored = (facts: readonly Fact[]): unknown => JSON.parse(JSON.stringify(facts.map(contentOf)));

/**
 * Whether a command says again what it said when it was carried out. It is decided anew where it was decided then, and
 * must lead to the same events: so the record needs no copy of every command.
 *
 * @param history the session's, from its first event to the last of the command's at least
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
  return isDeepStrictEqual(asStored(facts), events.map(contentOf)) ? { events, warnings } : null;
}
