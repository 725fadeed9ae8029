import type { AttendanceKind } from '../sheet/attendance.ts';
import type { SheetLine } from '../sheet/line.ts';

/** How many candidates there are of each kind of attendance. */
export interface AttendanceCounts extends Readonly<Record<AttendanceKind, number>> {
  /** Those who are on the sheet. */
  readonly registered: number;
  /** Those who took part: present, or left before the end. */
  readonly tookPart: number;
}

/** Counts who came. */
export function countsOf(lines: readonly SheetLine[]): AttendanceCounts {
  const count = (kind: AttendanceKind): number => lines.filter(({ attendance }) => attendance.kind === kind).length;
  const present = count('present');
  const left = count('left');
  const withdrawn = count('withdrawn');
  return {
    registered: lines.length - withdrawn,
    tookPart: present + left,
    expected: count('expected'),
    present,
    absent: count('absent'),
    couldNotJoin: count('couldNotJoin'),
    left,
    withdrawn,
  };
}
