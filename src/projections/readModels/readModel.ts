import type { Projection } from '../projection.ts';

/** What a row is found by: the values of its columns. */
export type ColumnValue = string | number;

/**
 * A view of the whole record that is kept beside it, so that it is asked and not made anew: one row per stream, each a
 * fold of its stream. Where rows are kept, and how they follow the record, is a projector's part; nothing here knows.
 */
export interface ReadModel<Row extends object> {
  /** Letters, digits, `-`: names its tables and its checkpoint. */
  readonly name: string;
  /** Counted up whenever rows would come out different; a stored view of another version has to be rebuilt. */
  readonly version: number;
  /** One row per stream, folded from the stream's events. Plain JSON data. */
  readonly row: Projection<Row>;
  /** Whether a row is kept at all; one that is not is taken out of the view. Default: every row is. */
  readonly keeps?: (row: Row) => boolean;
  /** By what rows are found: each column has none, one or several values for a row. */
  readonly columns: Readonly<Record<string, (row: Row) => readonly ColumnValue[]>>;
}

/**
 * A read model that keeps of its rows only what cannot be made from the rest, where that is much smaller. A row is kept and
 * folded on as it is, found by what it keeps, and made whole whenever somebody asks for it.
 */
export interface ShownModel<Kept extends object, Row extends Kept> extends ReadModel<Kept> {
  /** The row as it is shown. */
  readonly shown: (kept: Kept) => Row;
}
