import type { Command } from '../../../domain/commands/catalogue.ts';
import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { replay } from '../../../domain/machine/replay.ts';
import type { Actor } from '../../../domain/store/envelope.ts';
import { areHomonyms } from '../../../domain/values/people.ts';
import { isErased } from '../../../domain/values/personal.ts';
import { nameOf } from '../../../projections/french/personal.ts';
import { project } from '../../../projections/projection.ts';
import { attendanceSheet } from '../../../projections/sheet/attendanceSheet.ts';
import { cellOf } from '../../../projections/sheet/cells.ts';
import type { SheetLine } from '../../../projections/sheet/line.ts';
import { faultOf, type SpreadsheetFault, type SpreadsheetRule } from '../fault.ts';
import type { FilledLine, FilledSheet } from '../sheet/line.ts';
import { type LineDifference, NO_DIFFERENCE, type SheetChange } from './change.ts';
import { completionOf } from './completion.ts';
import type { Context } from './context.ts';
import { type Match, matchLines } from './match.ts';
import { newCandidate, registrationOf } from './registration.ts';
import { refusalsIn } from './trial.ts';

/** How a sheet is read against the record. */
export interface DifferenceOptions {
  /** `registration`: who is to be certified. `completion`: what happened too, of those who are registered. */
  readonly phase: 'registration' | 'completion';
  readonly actor: Actor;
  /** SHA-256 of the file, in hexadecimal: what the sheet leads to is told from what other files lead to by it. */
  readonly digest: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** When what the sheet says of the test happened, epoch milliseconds; when the session was closed, unless it is given. */
  readonly occurredAt?: number;
}

/** A sheet against the record: what a person should see before anything is recorded. */
export interface SheetDifference {
  readonly session: string;
  /** The revision of the record that the sheet was compared with; the commands are good for no other. */
  readonly revision: number;
  readonly tab: string;
  /** In the order of the sheet; what only the record says of others comes last. */
  readonly changes: readonly SheetChange[];
  /** What makes the record say what the sheet says, to be recorded as one append. */
  readonly commands: readonly Command[];
  /** Everything that stands in the way; where there is any, the commands would be refused. */
  readonly faults: readonly SpreadsheetFault[];
}

/** A candidate of the record who is not on the sheet. */
const notOnTheSheet = (line: SheetLine): SheetChange => ({
  kind: 'missing',
  candidate: line.number,
  name: nameOf(line.identity),
  field: 'surname',
  cell: null,
  recorded: cellOf(line, 'surname'),
  filled: '',
  by: null,
});

/** The lines that cannot be told from one before them, or from anybody of the record. */
function mistaken(sheet: FilledSheet, matches: readonly Match[], isKnown: boolean): readonly SpreadsheetFault[] {
  const { file, tab } = sheet;
  const fault = (rule: SpreadsheetRule, { cells, texts }: FilledLine, detail = ''): SpreadsheetFault =>
    faultOf(file, rule, { tab, cell: cells.surname, value: texts.surname, personal: true, detail });
  return matches.flatMap(({ filled, recorded }, at) => {
    if (recorded !== null) return [];
    const twin = matches.find(
      (other, place) => (place < at || other.recorded !== null) && areHomonyms(other.filled.identity, filled.identity),
    );
    if (twin !== undefined) return [fault('candidate-twice', filled, twin.filled.cells.surname)];
    return isKnown ? [fault('candidate-unknown', filled)] : [];
  });
}

function ofLine(context: Context, { filled, recorded }: Match, phase: DifferenceOptions['phase']): LineDifference {
  if (recorded === null) return newCandidate(context, filled);
  if (isErased(recorded.identity)) return NO_DIFFERENCE;
  const registration = registrationOf(context, filled, recorded);
  if (phase === 'registration') return registration;
  const completion = completionOf(context, filled, recorded);
  return {
    changes: [...registration.changes, ...completion.changes],
    commands: [...registration.commands, ...completion.commands],
  };
}

/**
 * Compares a sheet with the record of its session: what is new, what changed, what disagrees with what was recorded, and
 * the commands by which the record will say the same. Nothing is recorded.
 *
 * @param history the session's, all of it
 */
export function differenceOf(
  sheet: FilledSheet,
  history: readonly SessionEvent[],
  { phase, actor, digest, now, occurredAt }: DifferenceOptions,
): SheetDifference {
  const session = replay(history);
  const { session: id, revision, closedAt } = session.state;
  const recorded = project(attendanceSheet, history).lines.filter(({ withdrawn }) => !withdrawn);
  const matches = matchLines(sheet.lines, recorded);
  const handled = new Set(history.map(({ commandId }) => commandId));
  const context = { sheet, session, actor, digest, handled, occurredAt: occurredAt ?? closedAt ?? undefined };
  const faults = mistaken(sheet, matches, phase === 'completion');
  const faulty = new Set(faults.map(({ cell }) => cell));
  const lines = matches
    .filter(({ filled }) => !faulty.has(filled.cells.surname))
    .map((match) => ofLine(context, match, phase));
  const onTheSheet = new Set(matches.flatMap((match) => match.recorded ?? []));
  const commands = lines.flatMap((line) => line.commands);
  return {
    session: id,
    revision,
    tab: sheet.tab,
    changes: [
      ...lines.flatMap(({ changes }) => changes),
      ...recorded.filter((line) => !onTheSheet.has(line)).map(notOnTheSheet),
    ],
    commands: commands.map(({ command }) => command),
    faults: [...faults, ...refusalsIn(sheet, history, commands, now)],
  };
}
