import type { Command, CommandType } from '../../../domain/commands/catalogue.ts';
import type { Session } from '../../../domain/machine/replay.ts';
import type { Actor } from '../../../domain/store/envelope.ts';
import type { SheetField } from '../../../domain/values/policy.ts';
import { shortDate } from '../../../projections/french/dates.ts';
import { cellOf } from '../../../projections/sheet/cells.ts';
import type { SheetLine } from '../../../projections/sheet/line.ts';
import type { FilledLine, FilledSheet } from '../sheet/line.ts';
import type { SheetChange, SheetCommand } from './change.ts';

/** What a sheet is compared with, and in whose name. */
export interface Context {
  readonly sheet: FilledSheet;
  readonly session: Session;
  readonly actor: Actor;
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
  /** When what the sheet says of the test happened, epoch milliseconds; `undefined` for now. */
  readonly occurredAt: number | undefined;
  /** The commands that were carried out, so that a file has its effect once. */
  readonly handled: ReadonlySet<string>;
}

/** A command's type with its data. */
export type Said = { [K in CommandType]: { readonly type: K; readonly data: Command<K>['data'] } }[CommandType];

/** What happened in the room, and is told afterwards; anything else is done when the sheet is read. */
const IN_THE_ROOM: readonly CommandType[] = [
  'RecordCertificationNumber',
  'RecordEndScreen',
  'ExplainMissingEndScreen',
  'MarkAbsent',
  'AddComment',
];

/**
 * A command in its frame. Its identity follows from the file, the tab, the row and what it does, so that the same file
 * has one effect, however often it is read.
 *
 * @returns `null` where it was carried out before, and others have changed the record since
 */
export function commandOf(context: Context, filled: FilledLine, field: SheetField, said: Said): SheetCommand | null {
  const { sheet, session, actor, digest, occurredAt, handled } = context;
  const id = `sheet-${digest}-${sheet.position}-${filled.line}-${said.type}`;
  if (handled.has(id)) return null;
  const frame = {
    id,
    session: session.state.session,
    actor,
    correlationId: `sheet-${digest}`,
    expectedRevision: session.state.revision,
    ...(occurredAt !== undefined && IN_THE_ROOM.includes(said.type) ? { occurredAt } : {}),
  };
  return { command: { ...frame, ...said }, cell: filled.cells[field], value: filled.texts[field] };
}

/** Why something was put right: the place in the sheet that says otherwise. */
export const reasonOf = ({ sheet: { file, tab } }: Context, filled: FilledLine, field: SheetField): string =>
  `D’après la feuille ${file.slice(0, 200)}, onglet « ${tab.slice(0, 200)} », cellule ${filled.cells[field]}`;

/** What a sheet shows in a column, as the record would. */
const shownIn = ({ identity, texts }: FilledLine, field: SheetField): string =>
  field === 'birthDate' ? shortDate(identity.birthDate) : texts[field];

/** A difference in one field of a line. */
export const changeOf = (
  filled: FilledLine,
  recorded: SheetLine | null,
  field: SheetField,
  change: Pick<SheetChange, 'kind' | 'by'>,
): SheetChange => ({
  ...change,
  candidate: recorded?.number ?? null,
  name: `${filled.identity.surname} ${filled.identity.firstName}`,
  field,
  cell: filled.cells[field],
  recorded: recorded === null ? '' : cellOf(recorded, field),
  filled: shownIn(filled, field),
});
