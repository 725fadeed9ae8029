import { foldedWords } from '../../domain/values/fold.ts';
import { overlap, type Slot } from '../../domain/values/slot.ts';
import type { ReadRow } from './rows.ts';
import { cellOf, columnOf, noticeIn, type Sheet } from './sheet.ts';

/** A row that takes a room or an examiner for a while. */
interface Claim {
  readonly line: number;
  readonly slot: Slot;
}

/** The rows that claim the same thing, in the order of the file. */
type Claims = Map<string, Claim[]>;

/** Puts a claim after the earlier ones on the same thing, and returns those. */
function claim(claims: Claims, thing: string, by: Claim): readonly Claim[] {
  const earlier = claims.get(thing) ?? [];
  claims.set(thing, [...earlier, by]);
  return earlier;
}

/** The room of a row, however it is spelled, or `null` where it could not be read. */
const roomOf = ({ establishment, slot }: ReadRow): string | null =>
  establishment !== null && slot !== null
    ? JSON.stringify([establishment.name, establishment.postalCode, slot.site, slot.room].map(foldedWords))
    : null;

/** Finds an earlier session in the same room: one that begins at the same time is the same session. */
function inRoom(sheet: Sheet, read: ReadRow, by: Claim, rooms: Claims): Claim | undefined {
  const room = roomOf(read);
  if (room === null) return undefined;
  const earlier = claim(rooms, room, by);
  const column = columnOf(sheet, 'room');
  const same = earlier.find(({ slot }) => slot.startsAt === by.slot.startsAt);
  const shared = earlier.find(({ slot }) => overlap(slot, by.slot));
  if (same !== undefined) sheet.report.fault('slot-duplicated', cellOf(read.row, column, String(same.line)));
  else if (shared !== undefined) noticeIn(sheet, read.row, column, 'room-shared', String(shared.line));
  return same;
}

/**
 * Compares the rows of a file: nobody is in charge of two sessions at the same time, and no session is planned twice. Two
 * sessions that share a room are only worth a notice.
 *
 * @returns the lines on both sides of a clash: which of the two is right cannot be known
 */
export function findClashes(sheet: Sheet, rows: readonly ReadRow[]): ReadonlySet<number> {
  const rooms: Claims = new Map();
  const examiners: Claims = new Map();
  const clashing = new Set<number>();
  for (const read of rows) {
    const { row, slot } = read;
    if (slot === null) continue;
    const by = { line: row.line, slot };
    const same = inRoom(sheet, read, by, rooms);
    if (same !== undefined) clashing.add(same.line).add(row.line);
    for (const { id, column } of read.examiners) {
      const other = claim(examiners, id, by).find(
        (earlier) => earlier.line !== row.line && earlier.line !== same?.line && overlap(earlier.slot, slot),
      );
      if (other === undefined) continue;
      sheet.report.fault('examiner-in-overlapping-slots', cellOf(row, column, String(other.line)));
      clashing.add(other.line).add(row.line);
    }
  }
  return clashing;
}
