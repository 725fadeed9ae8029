import { type SheetField, sheetField } from '../../../domain/values/policy.ts';
import { isSpreadsheetRule, type SpreadsheetRule } from '../fault.ts';
import { cellName, textOf } from '../workbook/cell.ts';
import type { Row } from '../workbook/workbook.ts';
import type { ColumnMeaning } from './columns.ts';
import { faultAt, type Table } from './table.ts';

/** The columns that may give a field of the sheet; the first that is there does. */
const SOURCES: Partial<Record<SheetField, readonly ColumnMeaning[]>> = {
  surname: ['surname', 'birthName'],
  birthPlace: ['birthPlace', 'birthTown'],
  identifier: ['identifier', 'ine', 'localIdentifier'],
};

/** The column that gives a field, from 1; `undefined` where the sheet has none. */
export function columnOf({ columns }: Table, field: SheetField): number | undefined {
  const sources = SOURCES[field] ?? [field];
  return sources.flatMap((meaning) => columns.get(meaning)?.number ?? [])[0];
}

/** A value for each field of the sheet. */
const perField = (of: (field: SheetField) => string): Record<SheetField, string> =>
  Object.fromEntries(sheetField.options.map((field) => [field, of(field)])) as Record<SheetField, string>;

/** What zod says of a value, as far as it is used here. */
export interface Issues {
  readonly issues: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: readonly PropertyKey[];
  }[];
}

/** A schema, as far as it is used here. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: Issues };
}

/** The cells of one line of a sheet, by what they mean. */
export interface LineCells {
  /** A cell as text, trimmed; empty where the sheet has no such column. */
  readonly of: (field: SheetField) => string;
  readonly text: (meaning: ColumnMeaning) => string;
  readonly fault: (field: SheetField, rule: SpreadsheetRule, detail?: string) => void;
  /** Notes what the domain says of a value: its rules bear the names of those here. */
  readonly refuse: (error: Issues, fieldFor: (property: string) => SheetField) => void;
  /** Reads a value that may be missing, or notes why not. */
  readonly optional: <T>(field: SheetField, given: unknown, schema: Schema<T>) => T | null;
  /** Each column as it was written, and the name of its cell. */
  readonly texts: Record<SheetField, string>;
  readonly names: Record<SheetField, string>;
}

/** Looks at one row of a table as a line of the sheet. */
export function cellsOf(table: Table, { line, cells }: Row): LineCells {
  const surname = columnOf(table, 'surname') ?? 1;
  const placeOf = (field: SheetField): number => columnOf(table, field) ?? surname;

  const textIn = (column: number | undefined): string => {
    const cell = column === undefined ? undefined : cells[column - 1];
    return cell === undefined ? '' : textOf(cell).trim();
  };
  const of = (field: SheetField): string => textIn(columnOf(table, field));

  const fault: LineCells['fault'] = (field, rule, detail = '') => faultAt(table, rule, placeOf(field), line, detail);

  const headingOf = (field: SheetField): string => {
    const heading = table.headings.cells[placeOf(field) - 1];
    return heading === undefined ? '' : textOf(heading).trim().replace(/\s+/gu, ' ');
  };

  const refuse: LineCells['refuse'] = ({ issues }, fieldFor) => {
    for (const { code, message, path, ...about } of issues) {
      const field = fieldFor(String(path[0] ?? ''));
      if (of(field) === '') fault(field, 'cell-missing', headingOf(field));
      else if (code === 'too_big') fault(field, 'text-too-long', String(Object(about).maximum));
      else if (isSpreadsheetRule(message)) fault(field, message);
      else fault(field, 'cell-refused', message);
    }
  };

  return {
    of,
    text: (meaning) => textIn(table.columns.get(meaning)?.number),
    fault,
    refuse,
    optional(field, given, schema) {
      if (given === null || given === '') return null;
      const read = schema.safeParse(given);
      if (read.success) return read.data;
      refuse(read.error, () => field);
      return null;
    },
    texts: perField(of),
    names: perField((field) => cellName(placeOf(field), line)),
  };
}
