import { COMMANDS, type ReadCommand } from './commands/catalogue.ts';
import { type Circumstances, type CommandDefinition, type Warning, warningOf } from './commands/define.ts';
import { withoutErased } from './commands/erased.ts';
import type { Fact } from './events/catalogue.ts';
import { type Refusal, refusalsOf } from './machine/refusal.ts';
import { apply, type Draft } from './machine/replay.ts';
import { copyOf } from './state/session.ts';

/** What a command leads to: facts to store, or every rule that speaks against it. */
export type Decision =
  | { readonly kind: 'accepted'; readonly facts: readonly Fact[]; readonly warnings: readonly Warning[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** A draft that can be changed without changing the one it comes from. */
export const branch = ({ place, state }: Draft): Draft => ({ place, state: copyOf(state) });

/** Asks the rules of each fact in turn, each after those before it. */
function judge(draft: Draft, facts: readonly Fact[]): readonly Refusal[] {
  const [only] = facts;
  if (only !== undefined && facts.length === 1) return refusalsOf(draft.place, draft.state, only);
  const trial = branch(draft);
  return facts.flatMap((fact) => {
    const refusals = refusalsOf(trial.place, trial.state, fact);
    apply(trial, fact);
    return refusals;
  });
}

/**
 * Decides a command: turns it into facts, and asks the machine's rules of each. Nothing personal is taken in of those
 * who were erased, and a warning says so. Pure; the draft is not changed.
 *
 * @param now when it is learned, epoch milliseconds; never before the last event was
 */
export function decide(draft: Draft, command: ReadCommand, now: number): Decision {
  const { state } = draft;
  const definition: CommandDefinition = COMMANDS[command.type] as unknown as CommandDefinition;
  const occurredAt = command.occurredAt ?? now;
  const circumstances: Circumstances = { session: command.session, occurredAt, now };
  const { decided, cautions } = withoutErased(state, definition.decide(state, command.data, circumstances));
  const facts = decided.map(
    ({ type, data }, index) =>
      ({ type, data, occurredAt, recordedAt: now, revision: state.revision + index + 1 }) as Fact,
  );
  const refusals = judge(draft, facts);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const warnings = [...definition.warn(state, command.data, circumstances), ...cautions].map((caution) =>
    warningOf(caution, state.slot?.zone),
  );
  return { kind: 'accepted', facts, warnings };
}
