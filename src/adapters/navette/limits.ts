/**
 * The largest Navette that is read. A school plans some dozens of sessions; what is far beyond that is another file, and
 * a reader that takes anything can be made to take everything.
 */
export const LIMITS = {
  /** Bytes of a file: 2 MiB. */
  bytes: 2 * 1024 * 1024,
  /** Rows under the headings, blank ones not counted. */
  rows: 2000,
  /** Physical lines, blank ones counted. */
  lines: 20_000,
  /** Lines, from the first that is not blank, among which the headings are looked for. */
  linesToHeadings: 200,
  /** Columns. */
  columns: 60,
  /** Characters of one cell, in UTF-16 units. */
  cell: 500,
  /** Lines with unbalanced quotation marks after which the rest of a file is not worth reading. */
  unbalancedLines: 20,
} as const;
