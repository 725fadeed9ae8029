import type { Check } from './checks.ts';
import type { Look } from './looks.ts';

/** What a workbook is written as. */
export type SpreadsheetFormat = 'ods' | 'xlsx';

/** A cell: what it holds, and how it looks. */
export interface LaidCell {
  readonly cell:
    | { readonly kind: 'empty' }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'number'; readonly value: number }
    /** `YYYY-MM-DD`. */
    | { readonly kind: 'date'; readonly date: string };
  readonly look: Look;
}

/** A row, from column A on. */
export interface LaidRow {
  /** In points. */
  readonly height: number;
  readonly cells: readonly LaidCell[];
}

/** A tab as it is laid out, whatever the format. Rows and columns are counted from 1. */
export interface LaidTab {
  readonly name: string;
  /** The width of each column, in digits of the font. */
  readonly widths: readonly number[];
  readonly rows: readonly LaidRow[];
  /** The row that is printed again on each page. */
  readonly headings: number;
  /** What is asked of what is typed below the headings. */
  readonly checks: readonly Check[];
}

/** A workbook as it is laid out. */
export interface Layout {
  /** What the file calls itself. */
  readonly title: string;
  readonly tabs: readonly LaidTab[];
}
