import type { AttendanceSheet } from '../../../projections/sheet/attendanceSheet.ts';
import { lineChecks } from './checks.ts';
import { SHEET_COLUMNS } from './columns.ts';
import { headRows } from './head.ts';
import type { LaidRow, LaidTab } from './layout.ts';
import { blankLine, filledLine, headingRow } from './lines.ts';

/** A tab with the head of a session and these lines. */
function tabOf({ header }: AttendanceSheet, name: string, lines: readonly LaidRow[]): LaidTab {
  const head = headRows(header);
  const headings = head.length + 1;
  return {
    name,
    widths: SHEET_COLUMNS.map(({ width }) => width),
    rows: [...head, headingRow(), ...lines],
    headings,
    checks: lineChecks(header.slot?.date ?? null, headings + 1, headings + lines.length),
  };
}

/** « un enseignant prend en charge au maximum 20 candidats »: as many lines as the session may have candidates. */
const capOf = ({ header: { policy, examiners } }: AttendanceSheet): number =>
  policy.candidatesPerExaminer * Math.max(1, examiners.length);

const blankLines = (from: number, to: number): readonly LaidRow[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => blankLine(from + at));

/** « une feuille d'émargement numérique vierge », whoever is registered already. */
export const blankTab = (sheet: AttendanceSheet, name: string): LaidTab =>
  tabOf(sheet, name, blankLines(1, capOf(sheet)));

/** The sheet as far as it is filled in; before the start there are blank lines for who is not registered yet. */
export function filledTab(sheet: AttendanceSheet, name: string): LaidTab {
  const { lines, start } = sheet;
  const filled = lines.filter(({ withdrawn }) => !withdrawn).map(filledLine);
  const last = lines.at(-1)?.number ?? 0;
  // The numbers of those who were taken off the sheet are not given again.
  const free = start.startedAt === null ? blankLines(last + 1, last + capOf(sheet) - filled.length) : [];
  return tabOf(sheet, name, [...filled, ...free]);
}
