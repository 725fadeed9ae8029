import type { Position } from './port.ts';

/** What a row is found by. */
export type RowValue = string | number;

/** Why a view stands still. */
export interface ViewFault {
  /** What was thrown, for people. */
  readonly error: string;
  /** The position of the event at which it was thrown; `null` where it was no event's fault. */
  readonly position: Position | null;
}

/**
 * One making of a read model's rows. Of each model there is at most one that is live, and one that is built beside it.
 * It says how the view was found: whatever changes a view is done only where it still is as it was found.
 */
export interface View {
  readonly model: string;
  /** The version of the model that made the rows. */
  readonly version: number;
  /** Which making this is; no number is given twice. */
  readonly generation: number;
  /** The checkpoint: every event up to here is in the rows, and none after it; `null` where there is none yet. */
  readonly position: Position | null;
  /** Whether queries are answered from it; else it is being built. */
  readonly isLive: boolean;
  /** `null` unless it stands still. */
  readonly stopped: ViewFault | null;
}

/** A row as it is kept. */
export interface ViewRow {
  /** The stream that it was folded from; a view has one row of each. */
  readonly stream: string;
  /** The row as JSON. */
  readonly text: string;
  /** Whether queries see it. One that they do not see is kept all the same, so that it can be folded on. */
  readonly isKept: boolean;
  /** What it is found by, column by column. Nothing personal: what is erased is wiped out of rows only. */
  readonly columns: Readonly<Record<string, readonly RowValue[]>>;
}

/** What a view takes in at once. */
export interface ViewStep {
  /** The checkpoint afterwards. */
  readonly to: Position;
  /** The rows that are new or different. */
  readonly rows: readonly ViewRow[];
  /** Whether somebody was erased: then nothing of what these rows were before may be left wherever views are kept. */
  readonly wipes: boolean;
}

/** What a column must have: this value; or one from here to there, both included, each a text or each a number. */
export type Wanted =
  | RowValue
  | { readonly from: RowValue; readonly to?: RowValue }
  | { readonly from?: RowValue; readonly to: RowValue };

/** By column, what a row must have to be found; all of it. */
export type Where = Readonly<Record<string, Wanted>>;

/** The rows that were found, and which view they are of. */
export interface FoundRows {
  readonly view: View;
  /** In the order of their streams' names. */
  readonly rows: readonly { readonly stream: string; readonly row: unknown }[];
}

/**
 * Where the rows of read models are kept. All of it can be made anew from the record, and may be deleted at any time.
 *
 * Guarantees: a step and its checkpoint are stored together or not at all, and only once, whoever else is at work on the
 * same view: every change answers the view as it is then, or `null` where it was not as it was found, and then nothing
 * was changed.
 *
 * A fault of the machine room is a `StoreError`.
 */
export interface Views {
  /** Every view that there is. */
  all(): Promise<readonly View[]>;
  /**
   * The view of this version that is being built: the one that somebody began and that has not stopped, or a new one.
   * Whatever else was being built of the model goes.
   */
  begin(model: string, version: number): Promise<View>;
  /** The rows of these streams as JSON, as far as there are any, whether queries see them or not. */
  rowsOf(view: View, streams: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Takes a step; a view that stood still goes on by it. */
  commit(view: View, step: ViewStep): Promise<View | null>;
  /** Makes a view the live one of its model; the rows of the one before it go. */
  swap(view: View): Promise<View | null>;
  /** Keeps that a view stands still, and why. */
  stop(view: View, fault: ViewFault): Promise<View | null>;
  /** Keeps that a view that stood still may go on. */
  retry(view: View): Promise<View | null>;
  /** Rows of the model's live view; `null` where it has none. */
  query(model: string, where?: Where): Promise<FoundRows | null>;
  /** Releases what is held. Later calls fail with `store-closed`. */
  close(): Promise<void>;
}
