/** A column of the file: its place, counted from 1, and its heading as written (`null` where there is none). */
export interface Column {
  readonly number: number;
  readonly heading: string | null;
  /** Whether its cells name a person, or may. */
  readonly personal?: boolean;
}

/** The same sentence in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** Something to say about a place in the file. */
export interface Finding<Code extends string> extends Bilingual {
  /** The rule, in kebab case. */
  readonly code: Code;
  /** The file's name, as the caller gave it. */
  readonly file: string;
  /** The physical line, counted from 1, on which the row begins; 1 where the file as a whole is meant. */
  readonly line: number;
  /** The heading as written, or `null` where no column is meant. */
  readonly column: string | null;
  /** The column counted from 1, or `null` where no column is meant. */
  readonly columnNumber: number | null;
  /** The cell as written, cut at the limit of a cell; empty where no cell is meant. */
  readonly value: string;
  /** Whether the value names a person, so that a host can keep it out of its logs. The sentences never name anybody. */
  readonly personal: boolean;
}

/** Reading order: by line, then by column, what concerns the whole line first. */
export const inReadingOrder = (a: Finding<string>, b: Finding<string>): number =>
  a.line - b.line || (a.columnNumber ?? 0) - (b.columnNumber ?? 0);
