/**
 * The largest file that is read. A school's workbook is some dozens of tabs of twenty lines; what is far beyond that is
 * another file, or one made to make its reader fail.
 */
export const LIMITS = {
  /** Bytes of a file: 20 MiB. */
  bytes: 20 * 1024 * 1024,
  /** Bytes of a text file (CSV): 2 MiB. */
  textBytes: 2 * 1024 * 1024,
  /** Bytes of all parts of an archive that are unpacked: 64 MiB. */
  unpacked: 64 * 1024 * 1024,
  /** Entries of an archive. */
  entries: 2000,
  /** Elements, attributes and entities of all XML that is read. */
  elements: 3_000_000,
  /** Levels of elements in one another. */
  depth: 100,
  tabs: 200,
  /** Rows of a workbook in which something stands. */
  rows: 20_000,
  /** The last column in which something may stand. */
  columns: 256,
  /** Cells of a workbook in which something stands. */
  cells: 200_000,
  /** Merged ranges, and stretches of hidden rows, of a workbook. */
  ranges: 20_000,
  /** Characters of one cell, in UTF-16 units: the most that Excel keeps. */
  text: 32_767,
  /** Characters of one text of an XML with entities in it: eight times those of a cell. */
  encoded: 262_144,
  /** Characters of a value that a finding quotes, in UTF-16 units. */
  quote: 500,
  /** Rows of a tab among which the headings are looked for. */
  rowsToHeadings: 60,
} as const;
