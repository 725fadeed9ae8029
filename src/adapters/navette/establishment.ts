import { type Establishment, establishment } from '../../domain/values/establishment.ts';
import { readPostalCode } from './cells.ts';
import type { Row } from './csv.ts';
import type { PlainField } from './fields.ts';
import { refuse } from './issues.ts';
import { columnOf, noticeIn, required, type Sheet } from './sheet.ts';

/** The columns of an establishment, by the names of its properties. */
const FIELDS: ReadonlyMap<string, PlainField> = new Map([
  ['name', 'establishment'],
  ['address', 'address'],
  ['postalCode', 'postalCode'],
  ['city', 'city'],
]);

/** Reads « L'établissement (nom, adresse, code postal, ville) », or reports why not. */
export function readEstablishment(sheet: Sheet, row: Row): Establishment | null {
  const text = (field: PlainField) => required(sheet, row, columnOf(sheet, field));
  const postalCode = readPostalCode(text('postalCode'));
  if (postalCode.restored) {
    noticeIn(sheet, row, columnOf(sheet, 'postalCode'), 'postal-code-restored', postalCode.text);
  }
  const read = establishment.safeParse({
    name: text('establishment'),
    address: text('address'),
    postalCode: postalCode.text,
    city: text('city'),
  });
  if (read.success) return read.data;
  refuse(sheet, row, read.error.issues, (property) =>
    sheet.columns.find(({ field }) => field === FIELDS.get(property)),
  );
  return null;
}
