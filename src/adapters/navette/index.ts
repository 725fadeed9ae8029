import { plannedSlot } from '../../domain/values/slot.ts';
import { cut, DELIMITERS, type Grid, linesOf, type Row } from './csv.ts';
import { decode } from './encoding.ts';
import { findHeadingRow } from './headingRow.ts';
import { LIMITS } from './limits.ts';
import type { NavettePlan } from './plan.ts';
import { type NavetteFault, type NavetteNotice, openReport, type Report } from './report.ts';
import { readTable } from './table.ts';

export type { Row as NavetteRow } from './csv.ts';
export type { NavettePlan } from './plan.ts';
export type { FaultCode, NavetteFault, NavetteNotice, NoticeCode } from './report.ts';

/** How to read a Navette. */
export interface NavetteOptions {
  /** The name under which the findings speak of the file. */
  readonly fileName: string;
  /** The IANA zone of the times; without it, Europe/Paris, or the zone overseas that the postal code tells. */
  readonly zone?: string;
}

/** All that a Navette says, and all that is wrong with it. */
export interface NavetteReading {
  /** The rows that are good in themselves and in no clash, in the order of the file. */
  readonly plans: readonly NavettePlan[];
  /** Everything that prevents planning, in reading order; empty when the whole file can be planned. */
  readonly faults: readonly NavetteFault[];
  /** Everything that was read otherwise than written, or deserves a look. */
  readonly notices: readonly NavetteNotice[];
}

/** Whatever is neither blank nor a separator. */
const SOMETHING = /[^\s;,]/u;

/** The lines of a text down to the last that is not blank: a spreadsheet may write its whole height. */
function linesToRead(text: string, report: Report): string[] {
  const lines = linesOf(text);
  const filled = lines.slice(0, lines.findLastIndex((line) => SOMETHING.test(line)) + 1);
  if (filled.length > LIMITS.lines) report.fault('lines-at-most-20000', { line: LIMITS.lines + 1 });
  return filled.slice(0, LIMITS.lines);
}

/** Cuts lines into cells with the delimiter that shows their headings: a title above them may hold any other. */
function cutAtHeadings(lines: readonly string[]): Grid {
  const title = lines.findIndex((line) => SOMETHING.test(line));
  const head = lines.slice(0, title + LIMITS.linesToHeadings);
  const delimiter = DELIMITERS.find((candidate) => findHeadingRow(cut(head, candidate).rows) !== -1);
  return delimiter === undefined ? cut(head, DELIMITERS[0]) : cut(lines, delimiter);
}

/** The rows of a file, or `null` where it has none; the report says why. */
function gridOf(bytes: Uint8Array, report: Report): Grid | null {
  if (bytes.length > LIMITS.bytes) {
    report.fault('file-at-most-2-mib', { line: 1 });
    return null;
  }
  const decoded = decode(bytes);
  if ('code' in decoded) {
    report.fault(decoded.code, { line: 1, detail: decoded.detail });
    return null;
  }
  if (decoded.guessed) report.notice('encoding-guessed', { line: 1 });
  return cutAtHeadings(linesToRead(decoded.text, report));
}

function read({ fileName, zone }: NavetteOptions, open: (report: Report) => Grid | null): NavetteReading {
  const report = openReport(fileName);
  const isZoneKnown = zone === undefined || plannedSlot.shape.zone.safeParse(zone).success;
  if (!isZoneKnown) report.fault('zone-known', { line: 1, value: zone });
  const grid = isZoneKnown ? open(report) : null;
  const plans = grid === null ? [] : readTable(grid, zone, report);
  return { plans, ...report.close() };
}

/**
 * « L'enseignant envoie à certif@pix.fr les informations sur les sessions de certification en complétant le fichier
 * "Navette créneaux" »: reads that file, saved as CSV. Nothing is ever thrown for what stands in it; every fault of the
 * file is reported at once, and the good rows are read nevertheless.
 *
 * @param bytes the file: UTF-8, UTF-16 with its mark or windows-1252, cells separated by `;`, `,` or a tab, 2 MiB at most
 */
export const readNavette = (bytes: Uint8Array, options: NavetteOptions): NavetteReading =>
  read(options, (report) => gridOf(bytes, report));

/**
 * Reads the Navette from rows that another reader took out of a workbook, under the same rules.
 *
 * @param rows the rows with their numbers as the spreadsheet shows them, cells as text: 14/05/2019 or 2019-05-14, 08:30
 */
export const readNavetteRows = (rows: readonly Row[], options: NavetteOptions): NavetteReading =>
  read(options, () => ({ rows, unbalanced: [] }));
