import { readCommand } from '../../../domain/commands/read.ts';
import { decide } from '../../../domain/decide.ts';
import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import type { Refusal } from '../../../domain/machine/refusal.ts';
import { apply, newDraft } from '../../../domain/machine/replay.ts';
import type { SpreadsheetFault } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import type { FilledSheet } from '../sheet/line.ts';
import type { SheetCommand } from './change.ts';

const faultBy = ({ file, tab }: FilledSheet, { cell, value }: SheetCommand, refusal: Refusal): SpreadsheetFault => ({
  rule: refusal.rule,
  file,
  tab,
  cell,
  value: value.slice(0, LIMITS.quote),
  personal: value !== '',
  en: refusal.en,
  fr: refusal.fr,
});

/**
 * Tries what a sheet leads to, without recording anything: each command after those before it, and every rule that
 * stands in the way, with the cell that it comes from.
 *
 * @param now epoch milliseconds
 */
export function refusalsIn(
  sheet: FilledSheet,
  history: readonly SessionEvent[],
  commands: readonly SheetCommand[],
  now: number,
): readonly SpreadsheetFault[] {
  const draft = newDraft();
  for (const event of history) apply(draft, event);
  const told = new Set<string>();
  /** That a state does not know something at all is said once of each kind, where it stands first. */
  const isNew = ({ rule, event }: Refusal): boolean => {
    const size = told.size;
    return rule !== 'allowed-in-state' || told.add(String(event)).size > size;
  };
  const learnedAt = Math.max(now, draft.state.recordedAt);
  return commands.flatMap((one) => {
    const reading = readCommand(one.command);
    const decision = reading.kind === 'read' ? decide(draft, reading.command, learnedAt) : reading;
    if (decision.kind === 'refused')
      return decision.refusals.filter(isNew).map((refusal) => faultBy(sheet, one, refusal));
    for (const fact of decision.facts) apply(draft, fact);
    return [];
  });
}
