import type { Command, CommandType } from '../../../domain/commands/catalogue.ts';
import type { SheetField } from '../../../domain/values/policy.ts';

/**
 * How a sheet differs from the record in one field: something that the record did not have (`new`), a registration put
 * right before the start (`changed`), something that the record says otherwise (`disagrees`), or that only the record
 * says (`missing`).
 */
export type ChangeKind = 'new' | 'changed' | 'disagrees' | 'missing';

/** One field in which a sheet differs from the record. */
export interface SheetChange {
  readonly kind: ChangeKind;
  /** The candidate's number in the record; `null` where nobody registered them yet. */
  readonly candidate: number | null;
  /** Surname and first name, as the sheet has them; as the record has them where only the record speaks. */
  readonly name: string;
  readonly field: SheetField;
  /** The cell of the sheet (`J11`); `null` where the sheet has no such line. */
  readonly cell: string | null;
  /** What the record shows in this column, in French; empty where nothing. */
  readonly recorded: string;
  /** What the sheet shows. */
  readonly filled: string;
  /** The command by which the record will say it too; `null` where that is left to a person. */
  readonly by: CommandType | null;
}

/** A command that a sheet leads to, and where in the sheet it comes from. */
export interface SheetCommand {
  readonly command: Command & { readonly id: string };
  readonly cell: string;
  /** The cell as it was written. */
  readonly value: string;
}

/** What one line of a sheet leads to. */
export interface LineDifference {
  readonly changes: readonly SheetChange[];
  readonly commands: readonly SheetCommand[];
}

/** A line that says what the record says. */
export const NO_DIFFERENCE: LineDifference = { changes: [], commands: [] };
