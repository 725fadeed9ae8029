/**
 * Spreadsheets as people fill them in: .ods, .xlsx and .csv, the « Navette créneaux » and the attendance sheet. What is
 * read becomes a difference against the record, and commands; nothing is recorded here. The « Matériel certification »
 * and the sheets are written as workbooks that are read back the same.
 *
 * @module
 */
export type { SpreadsheetFault, SpreadsheetRule } from './fault.ts';
export type { SpreadsheetFormat } from './materiel/layout.ts';
export { MOST_SESSIONS, type WriteOptions, writeMateriel, writeSheet } from './materiel/write.ts';
export type { ChangeKind, SheetChange } from './record/change.ts';
export { type DifferenceOptions, differenceOf, type SheetDifference } from './record/difference.ts';
export { type LocatedSheet, type LocatedSheets, locateSheets } from './record/locate.ts';
export type { HeadText, SheetHead } from './sheet/head.ts';
export type { FilledLine, FilledSheet } from './sheet/line.ts';
export { readSheets, type SheetsReading } from './sheet/reading.ts';
export { SHEET_VERSIONS, type SheetVersion } from './sheet/versions.ts';
export { type SlotRows, slotRows } from './slots.ts';
export { type Cell, textOf } from './workbook/cell.ts';
export { readWorkbook, type SpreadsheetMediaType, type WorkbookReading } from './workbook/reading.ts';
export type { MergedRange, Row, Tab, Workbook } from './workbook/workbook.ts';
