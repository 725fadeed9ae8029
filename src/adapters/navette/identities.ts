import { folded } from '../../domain/values/fold.ts';
import { type ExaminerName, examinerId } from '../../domain/values/people.ts';
import type { Row } from './csv.ts';
import type { NamedExaminer } from './examiners.ts';
import type { KnownColumn } from './headingRow.ts';
import { faultIn, type Sheet } from './sheet.ts';

/** An examiner whose identity is known. */
export interface IdentifiedExaminer {
  readonly id: string;
  readonly name: ExaminerName;
  readonly column: KnownColumn;
}

const part = (name: string): string =>
  folded(name)
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The identity made of a name where the file gives none: `lefevre.anne-sophie`. */
const identityOf = ({ surname, firstName }: ExaminerName): string => `${part(surname)}.${part(firstName)}`;

/** Case means nothing in an e-mail address as people use it; in a staff number it may. */
const asGiven = (identity: string): string => (identity.includes('@') ? identity.toLowerCase() : identity);

const isIdentity = (id: string): boolean => examinerId.safeParse(id).success;

/** The identifiers that the rows of a file give to each name; one that is refused is at fault where it stands, and only there. */
export function givenIdentities(rows: readonly (readonly NamedExaminer[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const given = new Map<string, Set<string>>();
  for (const { name, given: identity } of rows.flat()) {
    if (identity === null || !isIdentity(asGiven(identity))) continue;
    const own = identityOf(name);
    given.set(own, (given.get(own) ?? new Set()).add(asGiven(identity)));
  }
  return given;
}

/**
 * Gives each examiner of a row an identity: the one written in the row, or the one that other rows give to this name, or
 * one made of the name. So the same person has the same identity in the whole file.
 */
export function identify(
  sheet: Sheet,
  row: Row,
  examiners: readonly NamedExaminer[],
  given: ReadonlyMap<string, ReadonlySet<string>>,
): IdentifiedExaminer[] {
  const seen = new Set<string>();
  return examiners.flatMap((examiner) => {
    const { name, nameColumn: column, identityColumn } = examiner;
    const own = identityOf(name);
    const elsewhere = [...(given.get(own) ?? [])];
    if (examiner.given === null && elsewhere.length > 1) {
      faultIn(sheet, row, identityColumn ?? column, 'examiner-identity-ambiguous');
      return [];
    }
    const id = examiner.given === null ? (elsewhere[0] ?? own) : asGiven(examiner.given);
    if (!isIdentity(id)) {
      faultIn(sheet, row, examiner.given === null ? column : identityColumn, 'examiner-identity');
      return [];
    }
    if (seen.has(id)) {
      faultIn(sheet, row, column, 'examiner-twice');
      return [];
    }
    seen.add(id);
    return [{ id, name, column }];
  });
}
