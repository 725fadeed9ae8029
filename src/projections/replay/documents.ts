import { type Minutes, type Pv, pvOf } from '../pv/pv.ts';
import type { AttendanceSheet } from '../sheet/attendanceSheet.ts';
import type { KeptLine, SheetLine } from '../sheet/line.ts';
import { settle } from '../sheet/settle.ts';

/** The sheet and the PV at one place. */
export interface Documents {
  readonly sheet: AttendanceSheet;
  readonly pv: Pv;
  /** What the lines are made from, so that the next documents make only those that changed. */
  readonly lines: ReadonlyMap<KeptLine, SheetLine>;
}

/**
 * The documents that follow from what they keep.
 *
 * @param former documents of another place; a line that stands there unchanged is not made again
 */
export function documentsOf(kept: Minutes, former: Documents | null): Documents {
  const { header, start, revision } = kept;
  const made = former?.sheet.start.startedAt === start.startedAt ? former.lines : null;
  const lines = new Map(kept.lines.map((line) => [line, made?.get(line) ?? settle(line, start.startedAt)]));
  const settled = [...lines.values()];
  const sheet = { header, start, lines: settled, revision };
  return { sheet, pv: pvOf({ ...kept, lines: settled }), lines };
}
