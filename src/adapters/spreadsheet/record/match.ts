import { folded } from '../../../domain/values/fold.ts';
import { areHomonyms, type CandidateIdentity } from '../../../domain/values/people.ts';
import { isErased } from '../../../domain/values/personal.ts';
import type { SheetLine } from '../../../projections/sheet/line.ts';
import type { FilledLine } from '../sheet/line.ts';

/** A line of a sheet with the candidate of the record whom it is about; `null` where there is none. */
export interface Match {
  readonly filled: FilledLine;
  readonly recorded: SheetLine | null;
}

/** Whether a line of the record may be meant by a line of a sheet. */
type Test = (filled: FilledLine, recorded: SheetLine) => boolean;

const isSamePerson: Test = ({ identity }, recorded) =>
  !isErased(recorded.identity) && areHomonyms(identity, recorded.identity);

const hasSameNumber: Test = ({ number }, recorded) => number === recorded.number;

const PARTS: readonly (keyof CandidateIdentity)[] = ['surname', 'firstName', 'birthDate'];

/** Two of surname, first name and birth date alike: the third was put right. Of somebody erased the number is all there is. */
const isAlike: Test = ({ identity }, { identity: recorded }) =>
  isErased(recorded) || PARTS.filter((part) => folded(identity[part]) === folded(recorded[part])).length >= 2;

/** The surest first. */
const TESTS: readonly Test[] = [
  (filled, recorded) => hasSameNumber(filled, recorded) && isSamePerson(filled, recorded),
  isSamePerson,
  (filled, recorded) => hasSameNumber(filled, recorded) && isAlike(filled, recorded),
];

/**
 * Tells which candidate of the record each line of a sheet is about: by name and birth date, whatever its place, since
 * lines are moved and inserted; else by the number of the line, where most of the identity is the same.
 *
 * @param recorded the lines of the record that count
 */
export function matchLines(lines: readonly FilledLine[], recorded: readonly SheetLine[]): readonly Match[] {
  const found = new Map<FilledLine, SheetLine>();
  const free = new Set(recorded);
  for (const test of TESTS) {
    for (const filled of lines) {
      if (found.has(filled)) continue;
      const meant = [...free].find((line) => test(filled, line));
      if (meant === undefined) continue;
      found.set(filled, meant);
      free.delete(meant);
    }
  }
  return lines.map((filled) => ({ filled, recorded: found.get(filled) ?? null }));
}
