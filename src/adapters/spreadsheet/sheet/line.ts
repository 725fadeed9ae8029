import type { ExtraTime } from '../../../domain/values/extraTime.ts';
import type { CandidateIdentity, Identifier } from '../../../domain/values/people.ts';
import type { SheetField } from '../../../domain/values/policy.ts';
import type { SheetHead } from './head.ts';
import type { EndScreenMark } from './values.ts';

/** One candidate of a sheet that was filled in. */
export interface FilledLine {
  /** The row of the spreadsheet, from 1. */
  readonly line: number;
  /** « N° », the line of the sheet; `null` where it is empty. */
  readonly number: number | null;
  readonly identity: CandidateIdentity;
  readonly email: string | null;
  readonly identifier: Identifier | null;
  readonly extraTime: ExtraTime | null;
  readonly certificationNumber: string | null;
  readonly endScreen: EndScreenMark;
  readonly comments: string | null;
  /** Each column as it was written; empty where nothing stands. */
  readonly texts: Readonly<Record<SheetField, string>>;
  /** The cell of each column (`B12`); for one that the sheet does not have, that of the surname. */
  readonly cells: Readonly<Record<SheetField, string>>;
}

/** One tab that was filled in. */
export interface FilledSheet {
  readonly file: string;
  readonly tab: string;
  /** The tab's place in the file, from 1. */
  readonly position: number;
  /** The version of the sheet: `1.0`. */
  readonly version: string;
  /** The columns that it has. */
  readonly fields: readonly SheetField[];
  readonly head: SheetHead;
  /** In the order of the sheet; at least one. */
  readonly lines: readonly FilledLine[];
}
