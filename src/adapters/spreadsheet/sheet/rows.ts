import { certificationNumber } from '../../../domain/values/codes.ts';
import { type ExtraTime, readExtraTime } from '../../../domain/values/extraTime.ts';
import { email, identifier } from '../../../domain/values/people.ts';
import { prose } from '../../../domain/values/text.ts';
import type { Row } from '../workbook/workbook.ts';
import { cellsOf, type LineCells } from './cells.ts';
import { identifierFrom, identityIn } from './identity.ts';
import type { FilledLine } from './line.ts';
import { faultAt, type Table } from './table.ts';
import { declaredExtraTime, type EndScreenMark, endScreenFrom, numberFrom } from './values.ts';

/** A comment as the record keeps it. */
const comment = prose(2000);

/** « temps majoré (si oui, préciser le %) ». */
function extraTimeIn({ of, fault }: LineCells): ExtraTime | null {
  const declared = declaredExtraTime(of('extraTime'));
  const read = declared === null ? null : readExtraTime(declared);
  if (declared !== null && read === null) fault('extraTime', 'extra-time-readable');
  return read;
}

/** « qu'il a vu l'écran de fin de test ». */
function endScreenIn({ of, fault }: LineCells): EndScreenMark {
  const said = endScreenFrom(of('endScreen'));
  if ('value' in said) return said.value;
  fault('endScreen', said.rule);
  return null;
}

/** « N° ». */
function numberIn(table: Table, { text }: LineCells, line: number): number | null {
  const written = text('number');
  const column = table.columns.get('number')?.number;
  if (written === '' || column === undefined) return null;
  if (!/^[1-9]\d{0,3}$/.test(written)) faultAt(table, 'line-number', column, line);
  return Number(written);
}

/** Reads one line of a sheet, and notes all that is wrong with it. @returns `null` where anything is */
export function readLine(table: Table, row: Row): FilledLine | null {
  const before = table.faults.length;
  const cells = cellsOf(table, row);
  const { of, optional, texts, names } = cells;
  const identity = identityIn(cells);
  const filled = {
    line: row.line,
    number: numberIn(table, cells, row.line),
    email: optional('email', of('email'), email),
    identifier: optional('identifier', identifierFrom(of('identifier'), table), identifier),
    extraTime: extraTimeIn(cells),
    certificationNumber: optional('certificationNumber', numberFrom(of('certificationNumber')), certificationNumber),
    endScreen: endScreenIn(cells),
    comments: optional('comments', of('comments'), comment),
    texts,
    cells: names,
  };
  return identity === null || table.faults.length > before ? null : { ...filled, identity };
}
