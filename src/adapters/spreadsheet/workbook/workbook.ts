import type { Cell } from './cell.ts';

/** A row in which something stands. */
export interface Row {
  /** Its number, as the spreadsheet shows it, from 1. */
  readonly line: number;
  readonly hidden: boolean;
  /** From column A up to the last in which something stands. */
  readonly cells: readonly Cell[];
}

/** Merged cells; lines and columns from 1, both ends included. */
export interface MergedRange {
  readonly fromLine: number;
  readonly toLine: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** A tab of a workbook. */
export interface Tab {
  readonly name: string;
  readonly hidden: boolean;
  /** From top to bottom, without those in which nothing stands. */
  readonly rows: readonly Row[];
  readonly merged: readonly MergedRange[];
  /** From 1, in order. */
  readonly hiddenColumns: readonly number[];
}

/** What stands in a spreadsheet, whatever its format. */
export interface Workbook {
  /** The file's name, as the caller gave it. */
  readonly file: string;
  readonly tabs: readonly Tab[];
}
