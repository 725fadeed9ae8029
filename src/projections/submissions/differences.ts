import { zoneOf } from '../header.ts';
import type { AttendanceSheet } from '../sheet/attendanceSheet.ts';
import { type DifferenceField, type FieldText, headFields, lineFields } from './fields.ts';

/** One field in which two sheets differ, as the sheets show it in French. */
export interface Difference {
  /** The line of the sheet; `null` for the head of the sheet. */
  readonly candidate: number | null;
  readonly field: DifferenceField;
  /** Empty where the field is; `null` where the candidate was not on the sheet. */
  readonly before: string | null;
  /** Empty where the field is; `null` where the candidate is not on the sheet. */
  readonly after: string | null;
}

type Fields = ReadonlyMap<DifferenceField, string>;

/** Those of a candidate who is not on the sheet. */
const NONE: Fields = new Map();

/** The fields of each line by number, none where it does not count, and under `null` those of the head. */
function fieldsOf(sheet: AttendanceSheet): ReadonlyMap<number | null, Fields> {
  const zone = zoneOf(sheet.header);
  const table: readonly (readonly [number | null, readonly FieldText[]])[] = [
    [null, headFields(sheet)],
    ...sheet.lines.map((line) => [line.number, line.withdrawn ? [] : lineFields(line, zone)] as const),
  ];
  return new Map(table.map(([candidate, fields]) => [candidate, new Map(fields)]));
}

/**
 * What changed from one sheet to another, field by field: two submissions, the sheet now and as it was sent, or any two.
 * The head comes first, then the lines in their order. A candidate who came or went differs in every field that is not
 * empty.
 */
export function differences(a: AttendanceSheet, b: AttendanceSheet): readonly Difference[] {
  const before = fieldsOf(a);
  const after = fieldsOf(b);
  // No line ever leaves a sheet, so that those of the longer one are all there are, in their order.
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((candidate) => {
    const [was, is] = [before.get(candidate) ?? NONE, after.get(candidate) ?? NONE];
    const fields = new Set([...was.keys(), ...is.keys()]);
    return [...fields]
      .map((field) => ({ candidate, field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
      .filter((difference) => (difference.before ?? '') !== (difference.after ?? ''));
  });
}
