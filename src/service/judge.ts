import type { Warning } from '../domain/commands/define.ts';
import { branch, decide } from '../domain/decide.ts';
import type { Fact, SessionEvent } from '../domain/events/catalogue.ts';
import type { Refusal } from '../domain/machine/refusal.ts';
import { apply } from '../domain/machine/replay.ts';
import type { Refused } from './answer.ts';
import type { Batch, IdentifiedCommand } from './batch.ts';
import type { Recalled } from './recall.ts';
import { refusalBy } from './refusals.ts';
import type { KeptSession } from './sessions.ts';

/** A command with what it leads to, or led to when it was carried out before. */
export interface Judged {
  readonly command: IdentifiedCommand;
  readonly facts: readonly Fact[];
  readonly before: readonly SessionEvent[];
  readonly warnings: readonly Warning[];
}

/** What each command leads to, or everything that speaks against any of them. */
export type Verdict = Refused | { readonly kind: 'judged'; readonly judged: readonly Judged[] };

/**
 * Decides each command after those before it. Changes nothing.
 *
 * @param recalled those of the commands that were carried out before
 * @param now epoch milliseconds
 */
export function judge({ draft }: KeptSession, { commands, locate }: Batch, recalled: Recalled, now: number): Verdict {
  const refusals: Refusal[] = [];
  const judged: Judged[] = [];
  // A command alone needs no trial: nothing follows it.
  const trial = commands.length === 1 ? draft : branch(draft);
  for (const [index, command] of commands.entries()) {
    const { id } = command;
    const known = recalled.get(id);
    if (known !== undefined) {
      const { revision, repeated } = known;
      if (repeated === null) refusals.push(locate(refusalBy('command-id-reused', 'id', { id, revision }), index));
      else judged.push({ command, facts: [], before: repeated.events, warnings: repeated.warnings });
      continue;
    }
    const decision = decide(trial, command, now);
    if (decision.kind === 'refused') {
      refusals.push(...decision.refusals.map((refusal) => locate(refusal, index)));
      continue;
    }
    const { facts, warnings } = decision;
    if (trial !== draft) for (const fact of facts) apply(trial, fact);
    judged.push({ command, facts, before: [], warnings });
  }
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'judged', judged };
}
