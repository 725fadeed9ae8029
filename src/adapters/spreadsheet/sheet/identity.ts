import {
  type CandidateIdentity,
  candidateIdentity,
  type Identifier,
  isDoubtfulIne,
} from '../../../domain/values/people.ts';
import { sheetField } from '../../../domain/values/policy.ts';
import type { Issues, LineCells } from './cells.ts';
import type { ColumnMeaning } from './columns.ts';
import type { Table } from './table.ts';
import { dateFrom } from './values.ts';

/** Stands for a date that cannot be read, so that the rest of the line is judged with it. */
const SOME_DAY = '2000-01-01';

const MISSING_DATE: Issues = { issues: [{ code: 'invalid_type', message: 'cell-missing', path: [] }] };

/** The parts of a birth place as one text: « Rouen (76) », « Porto (Portugal) ». */
function birthPlaceOf(text: (meaning: ColumnMeaning) => string): string {
  const whole = text('birthPlace');
  if (whole !== '') return whole;
  const town = text('birthTown') || text('birthInsee');
  const department = text('birthDepartment') || text('birthPostalCode');
  const beside = [department, text('birthCountry')].filter((part) => part !== '' && !/^france$/i.test(part));
  return town === '' || beside.length === 0 ? town : `${town} (${beside.join(', ')})`;
}

/** « les noms et prénoms, date et lieu de naissance » of a line; `null` where any is at fault, which is noted. */
export function identityIn({ of, text, fault, refuse }: LineCells): CandidateIdentity | null {
  const said = dateFrom(of('birthDate'));
  const isRead = 'value' in said;
  const read = candidateIdentity.safeParse({
    surname: of('surname'),
    firstName: of('firstName'),
    birthDate: isRead ? said.value : SOME_DAY,
    birthPlace: birthPlaceOf(text),
  });
  if (of('birthDate') === '') refuse(MISSING_DATE, () => 'birthDate');
  else if (!isRead) fault('birthDate', said.rule);
  if (!read.success) refuse(read.error, (property) => sheetField.parse(property));
  return read.success && isRead ? read.data : null;
}

/** An identifier with its kind: as the heading says, as the cell says (« INE … »), or as it looks. */
export function identifierFrom(text: string, { columns }: Table): Identifier | null {
  if (text === '') return null;
  const [, written] = /^INE\s+(.+)$/i.exec(text) ?? [];
  if (written !== undefined) return { kind: 'ine', value: written };
  if (columns.has('ine')) return { kind: 'ine', value: text };
  const looksLikeIne = !isDoubtfulIne({ kind: 'ine', value: text });
  return { kind: looksLikeIne && !columns.has('localIdentifier') ? 'ine' : 'local', value: text };
}
